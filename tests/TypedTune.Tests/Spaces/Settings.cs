namespace TypedTune.Tests.Spaces;

/// <summary>A hyperparameter of every kind.</summary>
public sealed partial record Settings
{
    [Hyperparameter(Min = 1, Max = 100)]
    public int Count { get; init; } = 10;

    [Hyperparameter]
    public long Ticks { get; init; }

    [Hyperparameter(Min = 1, Max = 64, Scale = Scale.Log)]
    public byte Shards { get; init; } = 8;

    [Hyperparameter(Min = 0, Max = 1)]
    public double Share { get; init; } = 0.5;

    [Hyperparameter(Min = 0, MinExclusive = true)]
    public double Rate { get; init; } = 0.1;

    [Hyperparameter]
    public double Free { get; init; }

    [Hyperparameter]
    public bool IsFast { get; init; }

    [Hyperparameter]
    public Shade Shade { get; init; }

    [Hyperparameter]
    public string Name { get; init; } = "plain";

    [Hyperparameter(Min = 1, Max = 3)]
    public int? Depth { get; init; }

    [Hyperparameter(Min = 0)]
    public double? Limit { get; init; }

    [Hyperparameter]
    public bool? IsLoud { get; init; }

    [Hyperparameter]
    public Shade? Border { get; init; }

    [Hyperparameter]
    public string? Title { get; init; }

    [Hyperparameter]
    public Size Size { get; init; }

    [Hyperparameter]
    public Size? Margin { get; init; }

    /// <summary>Part of the configuration, not of the space.</summary>
    public int Seed { get; init; }
}
