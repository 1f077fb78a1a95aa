namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT0115, TT0202, TT1015 and TT1016: groups, weights and times of rows, and who can do with them.</summary>
public sealed class RoleRulesTests
{
    private const string Features = "[ColumnTransformer<Day>] public sealed partial record Features { [Remainder] public Passthrough Rest { get; init; } = new(); }";
    private const string Inner = "[Pipeline] public sealed partial record Inner { public StandardScaler Scale { get; init; } = new(); public KNeighborsRegressor Neighbors { get; init; } = new(); }";

    [Theory]
    [InlineData("[Group] public required string Station { get; init; }")]
    [InlineData("[Group] public required int Station { get; init; }")]
    [InlineData("[Group] public DayOfWeek Station => DayOfWeek.Monday;")]
    [InlineData("[Weight] public double Station => 2 * Wind;")]
    [InlineData("[Weight] public int Station { get; init; } = 1;")]
    [InlineData("[Time] public required DateOnly Station { get; init; }")]
    [InlineData("[Time] public required long Station { get; init; }")]
    [InlineData("[Time] public TimeSpan Station => TimeSpan.FromDays(Wind);")]
    public async Task LegalRole_IsNotReported(string column) => Assert.Empty(await Diagnose(column, "Ridge", ""));

    [Theory]
    [InlineData("[Group] public required double Station { get; init; }", "Day.Station cannot be a [Group] as a double; make it a string, an enum, a whole number, a bool or a date")]
    [InlineData("[Weight] public required string Station { get; init; }", "Day.Station cannot be a [Weight] as a string; make it a number")]
    [InlineData("[Weight] public DateOnly Station => default;", "Day.Station cannot be a [Weight] as a System.DateOnly; make it a number")]
    [InlineData("[Time] public required double Station { get; init; }", "Day.Station cannot be a [Time] as a double; make it a date, a time, a duration or a whole number")]
    [InlineData("[Time] public string Station => string.Empty;", "Day.Station cannot be a [Time] as a string; make it a date, a time, a duration or a whole number")]
    [InlineData("[Group, Target] public required string Station { get; init; }", "Day.Station is both [Target] and [Group], but a column has one role; take one away")]
    [InlineData("[Group] public required string Town { get; init; } [Group] public string Station => Town;", "Day.Station is a second [Group]; a row type has one, so take this one away")]
    public async Task IllegalRole_IsReported(string column, string message)
    {
        var diagnostics = await Compiling.Diagnose($"[Row] public sealed partial record Day {{ public required double Wind {{ get; init; }} {column} [Target] public required double Rain {{ get; init; }} }}");

        var reported = Assert.Single(diagnostics, diagnostic => diagnostic.Id == "TT0202");
        Assert.Equal(message, reported.GetMessage());
    }

    [Theory]
    [InlineData("Ridge")]
    [InlineData("RandomForestRegressor")]
    [InlineData("IRegressor")]
    public async Task PredictorThatLearnsFromWeights_IsNotReported(string predictor) => Assert.Empty(await Diagnose("[Weight] public double Area { get; init; } = 1;", predictor, ""));

    [Theory]
    [InlineData("KNeighborsRegressor", "", "Model.Last cannot learn from weighted rows, but Day.Area is a [Weight]; take an IWeightedRegressor, such as RandomForestRegressor, or the attribute away")]
    [InlineData("Inner", "", "KNeighborsRegressor in Model.Last cannot learn from weighted rows, but Day.Area is a [Weight]; take an IWeightedRegressor, such as RandomForestRegressor, or the attribute away")]
    [InlineData("IRegressor", "[OneOf<Ridge, KNeighborsRegressor>]", "KNeighborsRegressor in Model.Last cannot learn from weighted rows, but Day.Area is a [Weight]; take an IWeightedRegressor, such as RandomForestRegressor, or the attribute away")]
    public async Task PredictorThatLearnsFromNone_IsReported(string predictor, string attribute, string message)
    {
        var reported = Assert.Single(await Diagnose("[Weight] public double Area { get; init; } = 1;", predictor, attribute));

        Assert.Equal(("TT0115", message), (reported.Id, reported.GetMessage()));
    }

    [Theory]
    [InlineData("[Group] public required string Station { get; init; }", "GroupKFold(5)")]
    [InlineData("[Group] public required string Station { get; init; }", "StratifiedGroupKFold(5)")]
    [InlineData("[Time] public required DateOnly Date { get; init; }", "TimeSeriesSplit(5)")]
    [InlineData("[Group] public required string Station { get; init; }", "PredefinedSplit([0, 1, 0, 1])")]
    [InlineData("", "KFold(5)")]
    public async Task SplitterThatSuitsTheRoles_IsNotReported(string column, string splitter) => Assert.Empty(await DiagnoseUse(column, $"new {splitter}"));

    [Theory]
    [InlineData("", "GroupKFold(5)", "TT1015", "GroupKFold needs groups, but Day has none; mark the column that holds them [Group], or take another splitter")]
    [InlineData("[Group] public required string Station { get; init; }", "TimeSeriesSplit(5)", "TT1015", "TimeSeriesSplit needs times, but Day has none; mark the column that holds them [Time], or take another splitter")]
    [InlineData("[Group] public required string Station { get; init; }", "KFold(5)", "TT1016", "KFold may put rows of one group on both sides, though Day.Station is a [Group]; take GroupKFold")]
    [InlineData("[Group] public required string Station { get; init; }", "Holdout(0.2)", "TT1016", "Holdout may put rows of one group on both sides, though Day.Station is a [Group]; take GroupShuffleSplit")]
    [InlineData("[Time] public required DateOnly Date { get; init; }", "KFold(5)", "TT1016", "KFold may learn from what came later, though Day.Date is a [Time]; take TimeSeriesSplit")]
    public async Task SplitterThatDoesNot_IsReportedInSearchesAndValidations(string column, string splitter, string id, string message)
    {
        var reported = await DiagnoseUse(column, $"new {splitter}");

        Assert.Equal([(id, message), (id, message)], reported.Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage())));
    }

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> DiagnoseUse(string column, string splitter) => Diagnose(column, "Ridge", "", $$"""
        public static class Tuning
        {
            public static GridSearch<Model> Search => new(Model.Space.Last.Alpha.In(0.1, 1, 10)) { Evaluation = {{splitter}}, Scoring = Metric.RootMeanSquaredError };
            public static object Validate(Table<Day> days) => new Model().CrossValidate(days, {{splitter}}, [Metric.RootMeanSquaredError]);
        }
        """);

    private static async Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Diagnose(string column, string predictor, string attribute, string use = "") =>
        [.. await Compiling.Diagnose(
            $"[Row] public sealed partial record Day {{ public required double Wind {{ get; init; }} {column} [Target] public required double Rain {{ get; init; }} }}",
            Features,
            Inner,
            $"[Pipeline] public sealed partial record Model {{ public Features Features {{ get; init; }} = new(); {attribute} public {predictor} Last {{ get; init; }} = {(predictor == "IRegressor" ? "new Ridge()" : "new()")}; }}",
            use)];
}
