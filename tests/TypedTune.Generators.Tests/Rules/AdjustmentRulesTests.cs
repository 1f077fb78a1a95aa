namespace TypedTune.Generators.Tests.Rules;

/// <summary>Where a step that changes predictions may stand: behind a classifier that tells probabilities, or behind another such step.</summary>
public sealed class AdjustmentRulesTests
{
    [Theory]
    [InlineData("public RandomForestClassifier Forest { get; init; } = new() { Seed = 1 }; public Calibration Calibration { get; init; } = new();")]
    [InlineData("public RandomForestClassifier Forest { get; init; } = new() { Seed = 1 }; public Calibration Calibration { get; init; } = new(); public TunedThreshold Threshold { get; init; } = new();")]
    [InlineData("public StandardScaler Scale { get; init; } = new(); [OneOf<RandomForestClassifier, KNeighborsClassifier>] public IClassifier Either { get; init; } = new KNeighborsClassifier(); public DecisionThreshold Threshold { get; init; } = new();")]
    public async Task AdjustmentBehindProbabilities_IsNotReported(string steps) => Assert.Empty(await Compiling.Diagnose($"[Pipeline] public sealed partial record Model {{ {steps} }}"));

    [Theory]
    [InlineData("public Calibration Calibration { get; init; } = new(); public RandomForestClassifier Forest { get; init; } = new() { Seed = 1 };", "TT0106")]
    [InlineData("public Calibration Calibration { get; init; } = new();", "TT0112")]
    [InlineData("public Calibration Calibration { get; init; } = new(); public TunedThreshold Threshold { get; init; } = new();", "TT0112")]
    [InlineData("public StandardScaler Scale { get; init; } = new(); public Calibration Calibration { get; init; } = new();", "TT0102")]
    [InlineData("public Ridge Ridge { get; init; } = new(); public Calibration Calibration { get; init; } = new();", "TT0102")]
    [InlineData("public RandomForestClassifier Forest { get; init; } = new() { Seed = 1 }; public Calibration Calibration { get; init; } = new(); public StandardScaler Scale { get; init; } = new();", "TT0106")]
    [InlineData("public IClassifier Any { get; init; } = new KNeighborsClassifier(); public Calibration Calibration { get; init; } = new();", "TT0102")]
    public async Task AdjustmentElsewhere_IsReported(string steps, string id)
    {
        var diagnostics = await Compiling.Diagnose($"[Pipeline] public sealed partial record Model {{ {steps} }}");

        Assert.Equal([id], diagnostics.Select(diagnostic => diagnostic.Id).Distinct());
    }

    [Fact]
    public async Task AdjustedPipelineOnRows_PredictsTypedLabels() => Assert.Equal(
        "Rain 1 RandomForestClassifier",
        await Compiling.Run(
            "public enum Sky { Sun, Rain }",
            "[Row] public sealed partial record Day { public required double Wind { get; init; } [Target] public Sky? Sky { get; init; } }",
            "[ColumnTransformer<Day>] public sealed partial record Features { [Remainder] public Passthrough Rest { get; init; } = new(); }",
            "[Pipeline] public sealed partial record Model { public Features Features { get; init; } = new(); public RandomForestClassifier Forest { get; init; } = new() { Seed = 1, Trees = 3 }; public DecisionThreshold Threshold { get; init; } = new() { Label = nameof(Sky.Rain) }; }",
            """
            public static class Program
            {
                public static string Run()
                {
                    var days = new Table<Day>(Enumerable.Range(0, 40).Select(i => new Day { Wind = i, Sky = i < 20 ? Sky.Sun : Sky.Rain }));
                    Model.Fitted fitted = new Model().Fit(days);
                    Sky sky = fitted.Predict(new Day { Wind = 39 });
                    double sure = fitted.PredictProbabilities(new Day { Wind = 39 })["Rain"];
                    return $"{sky} {sure} {fitted.Configuration.Forest.GetType().Name}";
                }
            }
            """));
}
