namespace TypedTune.Tests.Spaces;

public sealed partial record Battery
{
    [Hyperparameter(Min = 1, Max = 4)]
    public int Cells { get; init; } = 2;

    [Hyperparameter(Min = 0.5, Max = 2)]
    public double Voltage { get; init; } = 1;
}
