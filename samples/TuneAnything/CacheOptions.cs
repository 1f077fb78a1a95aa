namespace TuneAnything;

#region options
public sealed partial record CacheOptions
{
    [Hyperparameter(Min = 1, Max = 64, Scale = Scale.Log)]
    public int Shards { get; init; } = 8;

    [Hyperparameter(Min = 0.0, Max = 1.0)]
    public double HotFraction { get; init; } = 0.1;

    [Hyperparameter]
    public EvictionPolicy Policy { get; init; }
}
#endregion
