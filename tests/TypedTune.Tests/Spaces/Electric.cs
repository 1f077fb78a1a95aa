namespace TypedTune.Tests.Spaces;

public sealed partial record Electric : IEngine
{
    [Hyperparameter(Min = 1)]
    public int Range { get; init; } = 200;

    [Hyperparameter]
    public Battery Battery { get; init; } = new();
}
