namespace TypedTune.Contracts;

/// <summary>The configuration that the contracts of samplers, pruners and stores search, with spaces of several shapes.</summary>
public sealed partial record ContractSettings
{
    [Hyperparameter(Min = 0, Max = 1)]
    public double Share { get; init; } = 0.5;

    [Hyperparameter(Min = 1, Max = 100, Scale = Scale.Log)]
    public int Count { get; init; } = 10;

    [Hyperparameter]
    public bool IsFast { get; init; }

    [Hyperparameter]
    public string Name { get; init; } = "plain";

    /// <summary>14 distinct points in two branches that vary different hyperparameters.</summary>
    public static Grid<ContractSettings> SmallGrid { get; } = (Space.Count.In(1, 2, 3, 5) * Space.IsFast.Any()) + (Space.Name.In("größer", "second") * Space.Share.In(0, 0.25, 1));

    /// <summary>A grid of 60 points, a third of which are refused.</summary>
    public static Grid<ContractSettings> FilteredGrid { get; } = (Space.Count.Uniform(1, 30) * Space.IsFast.Any()).Where(settings => settings.Count % 3 != 0);

    /// <summary>A real and a whole number.</summary>
    public static Space<ContractSettings> Continuum { get; } = Space.Share.Uniform(0, 1) * Space.Count.Uniform(1, 100);

    /// <summary>Two branches, parts of which are refused.</summary>
    public static Space<ContractSettings> FilteredContinuum { get; } =
        ((Space.Share.Uniform(0, 1) * Space.IsFast.In(true)) + (Space.Share.Uniform(0.2, 0.4) * Space.Count.Uniform(1, 100))).Where(settings => settings.Share + settings.Count / 100.0 < 1);

    /// <summary>A score to minimize, which is not a number for some configurations.</summary>
    public double Score() => Count % 7 == 3 ? double.NaN : (Math.Abs(Share - 0.3) * Count) + (IsFast ? 0 : 0.125);

    /// <summary>Waits a little, at random, the same for equal configurations and seeds.</summary>
    /// <param name="seed">Which delays.</param>
    internal void Delay(int seed)
    {
        var random = Seed.Of(seed).Derive(BitConverter.DoubleToInt64Bits(Share)).Derive(Count).Stream();
        Thread.SpinWait(random.NextBelow(10_000));
        if (random.NextBelow(8) == 0)
            Thread.Sleep(1);
    }
}
