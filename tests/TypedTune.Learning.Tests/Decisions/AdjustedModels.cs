namespace TypedTune.Learning.Tests.Decisions;

[Pipeline]
public sealed partial record CalibratedBayes
{
    public NormalBayes Bayes { get; init; } = new();
    public Calibration Calibration { get; init; } = new() { Folds = new KFold(5) };
}

[Pipeline]
public sealed partial record ThresholdForest
{
    public StandardScaler Scale { get; init; } = new();
    public RandomForestClassifier Forest { get; init; } = new() { Trees = 5, Seed = 1 };
    public DecisionThreshold Threshold { get; init; } = new() { Label = "yes" };
}

#region adjusted
[Pipeline]
public sealed partial record TunedForest
{
    public RandomForestClassifier Forest { get; init; } = new() { Trees = 10, Seed = 1 };
    public Calibration Calibration { get; init; } = new(); // TunedForest.Space.Calibration.Method.In(…)
    public TunedThreshold Threshold { get; init; } = new() { Label = "yes" }; // fitted.Threshold.Threshold
}
#endregion
