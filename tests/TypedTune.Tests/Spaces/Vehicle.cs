namespace TypedTune.Tests.Spaces;

/// <summary>A choice between types, and parts within parts.</summary>
public sealed partial record Vehicle
{
    [OneOf<Diesel, Electric, Pedals>]
    public IEngine Engine { get; init; } = new Diesel();

    [Hyperparameter]
    public Battery Spare { get; init; } = new() { Cells = 3 };

    [Hyperparameter(Min = 2, Max = 4)]
    public int Wheels { get; init; } = 4;
}
