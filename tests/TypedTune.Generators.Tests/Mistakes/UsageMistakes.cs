namespace TypedTune.Generators.Tests.Mistakes;

/// <summary>Mistakes in spaces, searches and fits.</summary>
internal static class UsageMistakes
{
    private const string Grid = "p.Forest.Trees.In(50, 100) * p.Forest.MaxFeatures.In(2, 4) * p.Smoother.Smoothing.Days.In(3, 7)";
    private const string Result = "var result = search.Fit(train);";

    public static IReadOnlyList<Mistake> All =>
    [
        new Mistake("0 trees", "TT1001").Write("Trees.In(50, 100)", "Trees.In([|0|], 100)"),
        new Mistake("value outside the bounds of one's own type", "TT1001").Write("Days.In(3, 7)", "Days.In(3, [|31|])"),
        new Mistake("bound twice", "TT1004").Write("p.Forest.MaxFeatures.In(2, 4)", "[|p.Forest.Trees.In(200)|]"),
        new Mistake("two options of one choice in a product", "TT1009")
            .Write("    public RandomForestRegressor Forest { get; init; } = new() { Seed = 42 };", "    [OneOf<RandomForestRegressor, Ridge>]\n    public IRegressor Forest { get; init; } = new RandomForestRegressor() { Seed = 42 };")
            .Write(Grid, "p.Forest.RandomForestRegressor.Trees.In(50, 100) * [|p.Forest.Ridge.Alpha.In(1, 2)|]"),
        new Mistake("low above high", "TT1002").Write("Trees.In(50, 100)", "Trees.Uniform([|100|], 50)"),
        new Mistake("repeated value", "TT1003").Write("Trees.In(50, 100)", "Trees.In(50, [|50|])"),
        new Mistake("range in a grid search", "CS1503+TT1011").Write(Grid, "p.Forest.MaxFeatures.Fraction.Uniform(0.1, 0.5)").Write("GridSearch<Model>(grid)", "GridSearch<Model>([|grid|])"),
        new Mistake("text for MaxFeatures", "CS0029+TT1012").Write("new() { Seed = 42 }", "new() { Seed = 42, MaxFeatures = [|\"sqrt\"|] }"),
        new Mistake("text for MaxFeatures in a space", "CS1503+TT1012").Write("MaxFeatures.In(2, 4)", "MaxFeatures.In([|\"sqrt\"|])"),
        new Mistake("no scoring", "CS9035+TT1013").Write("new GridSearch<Model>", "new [|GridSearch<Model>|]").Write(", Scoring = Metric.RootMeanSquaredError", ""),
        new Mistake("metric of labels for numbers", "CS0029+TT1010").Write("Metric.RootMeanSquaredError", "[|Metric.Accuracy|]"),
        new Mistake("group folds of rows without groups", "TT1015").Write("new KFold(3)", "[|new GroupKFold(3)|]"),
        new Mistake("folds in time of rows without times", "TT1015").Write("new KFold(3)", "[|new TimeSeriesSplit(3)|]"),
        new Mistake("folds that ignore groups", "TT1016").Write("new KFold(3)", "[|new KFold(3)|]").Write("    public required string Sky", "    [Group] public int Station { get; init; }\n    public required string Sky"),
        new Mistake("table for an estimator on a matrix", "CS0411 TT1014")
            .Write(Result, $"_ = new GridSearch<Ridge>(Ridge.Space.Alpha.In(1, 2)) {{ Scoring = Metric.MeanAbsoluteError }}.[|Fit|]([|train|]);\n{Result}"),
        new Mistake("string keys in a search", "CS1503+TT1203").Write(Grid, "new Dictionary<string, object[]> { [\"forest__trees\"] = [50, 100] }").Write("GridSearch<Model>(grid)", "GridSearch<Model>([|grid|])"),
        new Mistake("string key in a space", "CS0021 TT1203").Write(Grid, "[|p[[|\"forest__trees\"|]]|]").Write("new GridSearch<Model>(grid)", "new GridSearch<Model>(p.Forest.Trees.In(50))"),
        new Mistake("leakage", "TT1008").Write(Result, $"var all = Day.ReadCsv(\"days.csv\");\nvar (some, others) = all.Split(0.2, seed: 1);\nvar features = [|new Features().Fit(all)|];\nConsole.WriteLine($\"{{some}} {{others}} {{features}}\");\n{Result}"),
        new Mistake("discarded fit", "TT1007").Write(Result, $"[|new Model().Fit(train)|];\n{Result}"),
        new Mistake("too many candidates", "TT1102").Write(Grid, "p.Forest.Trees.Uniform(1, 1000) * p.Smoother.Smoothing.Days.Uniform(1, 30)").Write("GridSearch<Model>(grid)", "GridSearch<Model>([|grid|])"),
    ];
}
