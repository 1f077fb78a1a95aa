namespace TypedTune.Learning.Tests.Data;

/// <summary>A row whose target may be missing.</summary>
[Row]
public sealed partial record Leaf
{
    public required double Length { get; init; }
    public required double Width { get; init; }

    [Target]
    public double? Age { get; init; }
}
