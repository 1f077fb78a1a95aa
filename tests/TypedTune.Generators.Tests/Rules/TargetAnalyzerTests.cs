namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT0114: what a pipeline predicts, and what the target of its rows holds.</summary>
public sealed class TargetAnalyzerTests
{
    [Theory]
    [InlineData("double", "RandomForestRegressor")]
    [InlineData("bool", "Ridge")]
    [InlineData("int", "Inner")]
    [InlineData("string", "RandomForestClassifier")]
    [InlineData("DayOfWeek", "KNeighborsClassifier")]
    public async Task PredictorOfTheTargetsKind_IsNotReported(string target, string predictor) => Assert.Empty(await Reported(target, predictor));

    [Theory]
    [InlineData("double", "RandomForestClassifier", "Model.Last predicts labels, but Day.Rain holds numbers; take a regressor, or declare the target as a string or an enum")]
    [InlineData("bool", "KNeighborsClassifier", "Model.Last predicts labels, but Day.Rain holds true or false, a number here; take a regressor, or declare the target as a string or an enum")]
    [InlineData("string", "Ridge", "Model.Last predicts numbers, but Day.Rain holds labels; take a classifier, or declare the target as a number")]
    [InlineData("DayOfWeek", "Inner", "Model.Last predicts numbers, but Day.Rain holds labels; take a classifier, or declare the target as a number")]
    public async Task PredictorOfTheOtherKind_IsReported(string target, string predictor, string message) => Assert.Equal([message], await Reported(target, predictor));

    private static async Task<IEnumerable<string>> Reported(string target, string predictor)
    {
        var diagnostics = await Compiling.Diagnose(
            $"[Row] public sealed partial record Day {{ public required double Wind {{ get; init; }} [Target] public required {target} Rain {{ get; init; }} }}",
            "[Pipeline] public sealed partial record Inner { public StandardScaler Scale { get; init; } = new(); public Ridge Ridge { get; init; } = new(); }",
            $$"""
            [ColumnTransformer<Day>] public sealed partial record Features { [Remainder] public Passthrough Rest { get; init; } = new(); }

            [Pipeline]
            public sealed partial record Model
            {
                public Features Features { get; init; } = new();
                public {{predictor}} Last { get; init; } = new();
            }
            """);
        Assert.All(diagnostics, diagnostic => Assert.Equal("TT0114", diagnostic.Id));
        return diagnostics.Select(diagnostic => diagnostic.GetMessage());
    }
}
