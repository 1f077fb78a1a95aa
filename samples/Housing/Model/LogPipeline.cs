namespace Housing;

/// <summary>Logarithms of columns with long tails.</summary>
[Pipeline]
public sealed partial record LogPipeline
{
    public SimpleImputer Impute { get; init; } = new() { Strategy = ImputeStrategy.Median };
    public LogTransformer Log { get; init; } = new();
    public StandardScaler Scale { get; init; } = new();
}
