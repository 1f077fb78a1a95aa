namespace TypedTune.Tests.Spaces;

/// <summary>A small configuration for the laws of the algebra.</summary>
public sealed partial record Toy
{
    [Hyperparameter(Min = 0, Max = 9)]
    public int Height { get; init; }

    [Hyperparameter(Min = 0, Max = 9)]
    public int Width { get; init; }

    [Hyperparameter]
    public bool IsRound { get; init; }

    [Hyperparameter]
    public Shade Shade { get; init; }

    [Hyperparameter(Min = 1)]
    public int? Limit { get; init; }
}
