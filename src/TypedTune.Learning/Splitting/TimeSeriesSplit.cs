namespace TypedTune.Learning;

/// <summary>
/// Holds back what comes next, several times: each fold learns from the past of the rows that it holds back, which are the last ones, the ones before those,
/// and so on. The folds are scikit-learn's, where no time repeats.
/// </summary>
/// <remarks>
/// Sizes count distinct times, so that rows of one time, such as a day's sales of many shops, are never on both sides. The order of the rows does not matter.
/// Equal when the settings are.
/// </remarks>
public sealed record TimeSeriesSplit : ITimeSplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many folds, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is below 2.</exception>
    public TimeSeriesSplit(int folds) => FoldCount = FoldChecks.RequireTwo(folds);

    /// <inheritdoc/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>How many times between those learned from and those held back are left out. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Gap
    {
        get;
        init => field = FoldChecks.AtLeast(0, value, nameof(Gap));
    }

    /// <summary>How many times a fold holds back, at least 1; null, the default, for ⌊T / (folds + 1)⌋ of T.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? TestSize
    {
        get;
        init => field = FoldChecks.AtLeast(1, value, nameof(TestSize));
    }

    /// <summary>From how many times, the last ones, a fold learns at most, at least 1; null, the default, for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? MaxTrainSize
    {
        get;
        init => field = FoldChecks.AtLeast(1, value, nameof(MaxTrainSize));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have no times, or too few distinct ones.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        int[][] steps = TimeSteps.Gather(rows, this);
        int size = TestSize ?? steps.Length / (FoldCount + 1);
        long first = steps.Length - (long)size * FoldCount;
        if (size < 1 || first - Gap < 1)
            throw new ArgumentException($"{this} need at least {Math.Max(FoldCount + 1L, (TestSize ?? 1L) * FoldCount + Gap + 1)} distinct times, and more with a gap, but there {(steps.Length == 1 ? "is" : "are")} {steps.Length}. Use fewer folds, a smaller gap or fewer times a fold.", nameof(rows));
        return [.. Enumerable.Range(0, FoldCount).Select(fold => Cut(steps, (int)first + fold * size, size))];
    }

    /// <summary>The settings in words, as <c>5 folds in time</c>.</summary>
    public override string ToString() =>
        $"{FoldCount} folds in time{(Gap > 0 ? $", {Gap} times apart" : "")}{(TestSize is { } size ? $", of {size} times" : "")}{(MaxTrainSize is { } most ? $", learning from {most} at most" : "")}";

    private Fold Cut(int[][] steps, int start, int size)
    {
        int end = start - Gap;
        int begin = MaxTrainSize is { } most ? Math.Max(0, end - most) : 0;
        return new Fold(TimeSteps.Rows(steps[begin..end]), TimeSteps.Rows(steps[start..(start + size)]));
    }
}
