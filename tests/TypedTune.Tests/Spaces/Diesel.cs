namespace TypedTune.Tests.Spaces;

public sealed partial record Diesel : IEngine
{
    [Hyperparameter(Min = 1, Max = 12)]
    public int Cylinders { get; init; } = 4;

    [Hyperparameter]
    public bool IsTurbo { get; init; }
}
