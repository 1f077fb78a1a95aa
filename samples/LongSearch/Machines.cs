namespace LongSearch;

/// <summary>Machines that wear: made up, so that the sample needs no file.</summary>
internal static class Machines
{
    public static Dataset Many(int count)
    {
        var root = Seed.Of(1);
        var rows = new double[count][];
        var wear = new double[count];
        for (int i = 0; i < count; i++)
        {
            var random = root.Derive(i).Stream();
            double hours = 10 * random.NextDouble(), load = random.NextDouble(), heat = 20 + 60 * random.NextDouble(), oil = 3 * random.NextDouble();
            rows[i] = [hours, load, heat, oil, random.NextDouble()];
            wear[i] = hours * load + (heat > 60 && oil < 1 ? 6 : 0) + Math.Sin(3 * oil) + 0.6 * random.NextNormal();
        }

        return new Dataset(FeatureMatrix.FromRows(rows), wear);
    }
}
