namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT1006, TT1007 and TT1008: seeds that nobody named, fits that nobody keeps, and rows that are learned from before they are held back.</summary>
public sealed class FitAnalyzerTests
{
    [Theory]
    [InlineData("_ = HousingModel.SpaceFrom(new HousingModel { RandomForest = new() });", "new()", "RandomForestRegressor")]
    [InlineData("_ = new RandomizedSearch<HousingModel>(p.RandomForest.Trees.In(1)) { Iterations = 1, Scoring = Metric.RootMeanSquaredError };", "new RandomizedSearch<HousingModel>(p.RandomForest.Trees.In(1)) { Iterations = 1, Scoring = Metric.RootMeanSquaredError }", "RandomizedSearch")]
    [InlineData("_ = new RandomForestRegressor();", null, "")]
    [InlineData("_ = HousingModel.SpaceFrom(new HousingModel { RandomForest = new() { Seed = 3 } });", null, "")]
    public async Task DefaultSeedInASearch_IsNamed(string statement, string? at, string type)
    {
        (string, string, string)[] expected = at is null ? [] : [("TT1006", $"{type} draws from seed 0, as none is named; write 'Seed = …' to say which", at)];

        Assert.Equal(expected, await GridAlgebra.Say(statement, "TT1006"));
    }

    [Fact]
    public async Task DefaultSeedInAPipelinesDefaults_IsNamed()
    {
        var diagnostics = await Compiling.DiagnoseAll("[Pipeline] public sealed partial record Model { public StandardScaler Scale { get; init; } = new(); public RandomForestRegressor Forest { get; init; } = new() { Trees = 3 }; }");

        Assert.Equal("RandomForestRegressor draws from seed 0, as none is named; write 'Seed = …' to say which", Assert.Single(diagnostics, diagnostic => diagnostic.Id == "TT1006").GetMessage());
    }

    [Theory]
    [InlineData("new StandardScaler().Fit(numbers);", "new StandardScaler().Fit(numbers)", "StandardScaler")]
    [InlineData("new Ridge().Fit(numbers, target);", "new Ridge().Fit(numbers, target)", "Ridge")]
    [InlineData("new HousingModel().Fit(table);", "new HousingModel().Fit(table)", "HousingModel")]
    [InlineData("search.Fit(table);", "search.Fit(table)", "search")]
    [InlineData("Ridge? ridge = null; ridge?.Fit(numbers, target);", "ridge?.Fit(numbers, target)", "Ridge")]
    [InlineData("Again(); void Again() => new Ridge().Fit(numbers, target);", "new Ridge().Fit(numbers, target)", "Ridge")]
    public async Task DiscardedFit_IsReported(string statement, string at, string what) => Assert.Equal(
        [("TT1007", $"Fit does not change the {what} but returns what was learned, which is dropped here; keep it in a variable", at)],
        await GridAlgebra.Say(Data + statement, "TT1007"));

    [Theory]
    [InlineData("_ = new StandardScaler().Fit(numbers);")]
    [InlineData("Action fails = () => new StandardScaler().Fit(numbers);")]
    [InlineData("Again(); FittedRidge Again() => new Ridge().Fit(numbers, target);")]
    [InlineData("var fitted = new StandardScaler().Fit(numbers); fitted.Transform(numbers);")]
    public async Task FitThatIsKept_IsNotReported(string statement) => Assert.Empty(await GridAlgebra.Say(Data + statement, "TT1007"));

    [Theory]
    [InlineData("var scaler = new StandardScaler().Fit(table.Numbers(District.Columns.Latitude)); var (train, test) = table.Split(0.2, 1);", "new StandardScaler().Fit(table.Numbers(District.Columns.Latitude))", "StandardScaler")]
    [InlineData("var (train, test) = table.SplitStratified(0.2, 1, row => 1); var features = new HousingFeatures().Fit(table);", "new HousingFeatures().Fit(table)", "HousingFeatures")]
    [InlineData("var features = new HousingFeatures().Fit(table); foreach (var fold in new KFold(3).Split(table.Roles)) { }", "new HousingFeatures().Fit(table)", "HousingFeatures")]
    [InlineData("IStep<Table<District>, FeatureMatrix> step = new HousingFeatures(); var features = step.Fit(table); var parts = table.Split(0.2, 1);", "step.Fit(table)", "HousingFeatures")]
    public async Task TransformerFittedOnRowsThatAreSplit_IsReported(string statements, string at, string type) => Assert.Equal(
        [("TT1008", $"{type} is fitted on all of 'table', from which rows are held back in this method, so that it learns from them; fit it on the training rows, or make it a step of a pipeline", at)],
        await GridAlgebra.Say(Data + statements, "TT1008"));

    [Fact]
    public async Task RowsInAField_AreFollowed() => Assert.Equal(
        ["HousingFeatures is fitted on all of 'Rows', from which rows are held back in this method, so that it learns from them; fit it on the training rows, or make it a step of a pipeline"],
        (await GridAlgebra.Say("} private static readonly Table<District> Rows = default!; private static void More() { var features = new HousingFeatures().Fit(Rows); var parts = Rows.Split(0.2, 1);", "TT1008")).Select(said => said.Message));

    [Fact]
    public async Task TransformedRowsThatAreSearchedOn_AreReported() => Assert.Equal(
        ["new StandardScaler().Fit(numbers)"],
        (await GridAlgebra.Say(Data + "var scaler = new StandardScaler().Fit(numbers); var scaled = scaler.Transform(numbers); _ = new GridSearch<Ridge>(Ridge.Space.Alpha.In(1)) { Scoring = Metric.RootMeanSquaredError }.Fit(new Dataset(scaled, target));", "TT1008")).Select(said => said.At));

    [Theory]
    [InlineData("var (train, test) = table.Split(0.2, 1); var features = new HousingFeatures().Fit(train); _ = features.Transform(test);")]
    [InlineData("var (train, test) = table.Split(0.2, 1); var model = new HousingModel().Fit(table);")]
    [InlineData("var (train, test) = table.Split(0.2, 1); table = train; var features = new HousingFeatures().Fit(table);")]
    [InlineData("Table<District> train, test; (train, test) = table.Split(0.2, 1); var features = new HousingFeatures().Fit(train);")]
    [InlineData("foreach (var fold in new KFold(3).Split(table.Roles)) { var features = new HousingFeatures().Fit(table.TakeRows(fold.Train)); }")]
    [InlineData("var features = new HousingFeatures().Fit(table); _ = search.Fit(table);")]
    [InlineData("var features = new HousingFeatures().Fit(table); var words = \"a b\".Split(' ');")]
    public async Task FitsThatLeakNothing_AreNotReported(string statements) => Assert.Empty(await GridAlgebra.Say(Data + statements, "TT1008"));

    private const string Data = """
        Table<District> table = default!; FeatureMatrix numbers = default!; double[] target = default!;
        var search = new GridSearch<HousingModel>(p.RandomForest.Trees.In(1)) { Scoring = Metric.RootMeanSquaredError };

        """;
}
