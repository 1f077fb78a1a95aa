namespace TypedTune.Tests.Spaces;

/// <summary>Bounds of unusual kinds.</summary>
public sealed partial record Tail
{
    [Hyperparameter(Min = 10)]
    public double Level { get; init; } = 10;

    [Hyperparameter(Min = 0, Max = 5, MinExclusive = true, MaxExclusive = true)]
    public int Open { get; init; } = 1;

    [Hyperparameter(Min = 0, Max = 1, MinExclusive = true, MaxExclusive = true)]
    public double Half { get; init; } = 0.5;

    [Hyperparameter(Min = 0, Max = 1, Scale = Scale.Log)]
    public double FromZero { get; init; } = 0.5;

    [Hyperparameter(Max = 0)]
    public double Negative { get; init; } = -1;
}
