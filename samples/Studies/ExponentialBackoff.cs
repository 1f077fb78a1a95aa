namespace Studies;

/// <summary>Waits longer each time.</summary>
public sealed partial record ExponentialBackoff : IBackoff
{
    [Hyperparameter(Min = 0.01, Max = 5, Scale = Scale.Log)]
    public double FirstSeconds { get; init; } = 0.1;

    [Hyperparameter(Min = 1, Max = 4)]
    public double Factor { get; init; } = 2;

    public double SecondsAfter(int failures) => FirstSeconds * Math.Pow(Factor, failures - 1);
}
