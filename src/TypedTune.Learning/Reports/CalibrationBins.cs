namespace TypedTune.Learning;

/// <summary>The bins of a calibration curve. Immutable.</summary>
public sealed record CalibrationBins
{
    /// <summary>How many there are, at least 1. Default: 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Count
    {
        get;
        init => field = FoldChecks.AtLeast(1, value, nameof(Count));
    } = 10;

    /// <summary>How they are cut. Default: of equal width.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a declared one of the enum.</exception>
    public BinStrategy Strategy
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Strategy), value, $"{value} is no strategy that is known.");
    }
}
