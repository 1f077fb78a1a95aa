namespace Serving;

/// <summary>Tunes and saves the model, as another program would: the one that serves only loads it.</summary>
internal static class Training
{
    private static readonly string[] Heatings = ["district heating", "gas", "heat pump"];

    public static void Run(string file)
    {
        #region train
        var flats = new Table<Flat>(Enumerable.Range(0, 2_000).Select(MakeUp));
        var p = FlatModel.Space;
        var search = new GridSearch<FlatModel>(p.Forest.MaxFeatures.In(2, 4, 6) * p.Forest.MinRowsInLeaf.In(1, 3)) { Evaluation = new KFold(3), Scoring = Metric.MeanAbsoluteError };

        var result = search.Fit(flats);
        Console.WriteLine($"{result.Best}");
        result.Model.Save(file);
        #endregion
    }

    private static Flat MakeUp(int index)
    {
        var random = Seed.Of(7).Derive(index).Stream();
        var district = (District)random.NextBelow(4);
        double area = Math.Round(18 + 110 * random.NextDouble() * random.NextDouble(), 1);
        double floor = random.NextBelow(7);
        int heating = random.NextBelow(Heatings.Length);
        double rent = area * (9 + 2.5 * (int)district - 0.02 * area + 0.3 * floor) + 25 * heating + 40 * random.NextNormal();
        return new Flat { Area = area, Floor = random.NextDouble() < 0.1 ? null : floor, District = district, Heating = Heatings[heating], Rent = Math.Round(Math.Max(120, rent)) };
    }
}
