namespace Studies;

#region options
public sealed partial record ClientOptions
{
    [Hyperparameter(Min = 1, Max = 64, Scale = Scale.Log)]
    public int Connections { get; init; } = 4;

    [Hyperparameter(Min = 0.1, Max = 10, Scale = Scale.Log)]
    public double TimeoutSeconds { get; init; } = 1;

    [OneOf<ConstantBackoff, ExponentialBackoff>]
    public IBackoff Backoff { get; init; } = new ConstantBackoff();
}
#endregion
