namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT0113: columns that may be missing, followed to a step that says that it refuses them.</summary>
public sealed class MissingValueAnalyzerTests
{
    [Theory]
    [InlineData("SimpleImputer")]
    [InlineData("Passthrough")]
    [InlineData("FilledPipeline")]
    [InlineData("OwnStep")]
    public async Task StepThatFillsKeepsOrSaysNothing_IsNotReported(string step) => Assert.Empty(await Reported(step, "Forest", "RandomForestRegressor"));

    [Theory]
    [InlineData("StandardScaler", "Features.Wind")]
    [InlineData("ScaledPipeline", "Features.Wind (StandardScaler in it)")]
    [InlineData("OwnRefusingStep", "Features.Wind")]
    public async Task StepThatRefuses_IsReportedAtTheColumn(string step, string name) => Assert.Equal(
        [("nameof(Day.Wind)", $"Day.Wind may be missing, but {name} cannot work with missing values; put a SimpleImputer before it, or declare the column without '?' if none is missing")],
        await Reported(step, "Forest", "RandomForestRegressor"));

    [Theory]
    [InlineData("Ridge")]
    [InlineData("KNeighborsRegressor")]
    public async Task PredictorThatRefusesWhatABranchPassesOn_IsReportedAtTheStep(string predictor) => Assert.Equal(
        [("Last", "What Features makes may be missing, but Model.Last cannot work with missing values; put a SimpleImputer before it, or make the branches of Features fill them")],
        await Reported("Passthrough", "Last", predictor));

    [Fact]
    public async Task PredictorBehindImputers_IsNotReported() => Assert.Empty(await Reported("FilledPipeline", "Last", "Ridge"));

    [Theory]
    [InlineData("[OneOf<StandardScaler, LogTransformer>]", 1)]
    [InlineData("[OneOf<StandardScaler, SimpleImputer>]", 0)]
    public async Task Choice_IsReportedIfEachOptionRefuses(string choice, int reports)
    {
        var reported = await Compiling.Diagnose(Day, $$"""
            [ColumnTransformer<Day>]
            public sealed partial record Features
            {
                [Columns(nameof(Day.Wind)), {{choice[1..]}}
                public ITransformer Wind { get; init; } = new StandardScaler();
            }
            """);

        Assert.Equal(reports, reported.Count(diagnostic => diagnostic.Id == "TT0113"));
    }

    private const string Day = "[Row] public sealed partial record Day { public double? Wind { get; init; } [Target] public required double Rain { get; init; } }";

    private const string Steps = """
        [Pipeline] public sealed partial record FilledPipeline { public SimpleImputer Impute { get; init; } = new(); public StandardScaler Scale { get; init; } = new(); }
        [Pipeline] public sealed partial record ScaledPipeline { public Passthrough Pass { get; init; } = new(); public StandardScaler Scale { get; init; } = new(); }
        public sealed partial record OwnStep : ITransformer<FittedPassthrough> { public FittedPassthrough Fit(FeatureMatrix input, FitContext? context = null) => new Passthrough().Fit(input, context); }
        [MissingValues(MissingValueTreatment.Refuse)]
        public sealed partial record OwnRefusingStep : ITransformer<FittedPassthrough> { public FittedPassthrough Fit(FeatureMatrix input, FitContext? context = null) => new Passthrough().Fit(input, context); }
        """;

    private static async Task<IEnumerable<(string At, string Message)>> Reported(string step, string name, string predictor)
    {
        var diagnostics = await Compiling.Diagnose(Day, Steps, $$"""
            [ColumnTransformer<Day>]
            public sealed partial record Features
            {
                [Columns(nameof(Day.Wind))] public {{step}} Wind { get; init; } = new();
            }

            [Pipeline]
            public sealed partial record Model
            {
                public Features Features { get; init; } = new();
                public {{predictor}} {{name}} { get; init; } = new();
            }
            """);
        Assert.All(diagnostics, diagnostic => Assert.Equal("TT0113", diagnostic.Id));
        return diagnostics.Select(diagnostic => (diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length), diagnostic.GetMessage()));
    }
}
