namespace Housing;

/// <summary>One column divided by another.</summary>
[Pipeline]
public sealed partial record RatioPipeline
{
    public SimpleImputer Impute { get; init; } = new() { Strategy = ImputeStrategy.Median };
    public ColumnRatio Ratio { get; init; } = new();
    public StandardScaler Scale { get; init; } = new();
}
