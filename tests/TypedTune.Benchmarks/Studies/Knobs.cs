namespace TypedTune.Benchmarks.Studies;

/// <summary>What the engine's own cost is measured with: three hyperparameters, and nothing to compute.</summary>
public sealed partial record Knobs
{
    [Hyperparameter(Min = 0, Max = 999)]
    public int Width { get; init; }

    [Hyperparameter(Min = 0, Max = 999)]
    public int Depth { get; init; }

    [Hyperparameter(Min = 0, Max = 1)]
    public double Rate { get; init; }

    /// <summary>A value that no two neighbours share, for next to no time.</summary>
    public static double Cost(Knobs knobs) => Math.Abs(knobs.Width - 37) + Math.Abs(knobs.Depth - 59) * 0.5 + knobs.Rate;

    /// <summary>The grid of a number of points, a power of ten from a thousand on: a hundred rates, the rest in width and depth.</summary>
    public static Grid<Knobs> Points(int count)
    {
        int depths = Math.Min(100, count / 100);
        return Space.Width.Uniform(0, count / (100 * depths) - 1) * Space.Depth.Uniform(0, depths - 1) * Space.Rate.Uniform(0, 0.99, 0.01);
    }
}
