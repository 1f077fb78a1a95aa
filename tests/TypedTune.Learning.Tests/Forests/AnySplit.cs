namespace TypedTune.Learning.Tests.Forests;

/// <summary>Every way to part rows by a feature: between any numbers, with the missing ones on either side, and by any set of categories.</summary>
internal static class AnySplit
{
    public static IEnumerable<(int Feature, bool[] IsLeft)> Of(FeatureMatrix features)
    {
        for (int f = 0; f < features.ColumnCount; f++)
        {
            double[] column = features.Column(f).ToArray();
            var sides = features.Names.Levels(f) is null ? OfNumbers(column) : OfCategories(column);
            foreach (bool[] side in sides.Where(side => side.Contains(true) && side.Contains(false)))
                yield return (f, side);
        }
    }

    private static IEnumerable<bool[]> OfNumbers(double[] column) =>
        from threshold in column.Where(value => !double.IsNaN(value)).Distinct()
        from missingLeft in new[] { false, true }
        select Array.ConvertAll(column, value => double.IsNaN(value) ? missingLeft : value <= threshold);

    // A missing value is a category like any other.
    private static IEnumerable<bool[]> OfCategories(double[] column)
    {
        double[] present = [.. column.Distinct()];
        for (uint set = 1; set < 1u << (present.Length - 1); set++)
            yield return Array.ConvertAll(column, value => (set >> Array.FindIndex(present, value.Equals) & 1) != 0);
    }
}
