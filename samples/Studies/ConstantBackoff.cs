namespace Studies;

/// <summary>Waits the same time each time.</summary>
public sealed partial record ConstantBackoff : IBackoff
{
    [Hyperparameter(Min = 0.01, Max = 5, Scale = Scale.Log)]
    public double PauseSeconds { get; init; } = 0.5;

    public double SecondsAfter(int failures) => PauseSeconds;
}
