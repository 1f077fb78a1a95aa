namespace Housing;

/// <summary>Columns as they are.</summary>
[Pipeline]
public sealed partial record NumericPipeline
{
    public SimpleImputer Impute { get; init; } = new() { Strategy = ImputeStrategy.Median };
    public StandardScaler Scale { get; init; } = new();
}
