namespace TypedTune.Learning;

/// <summary>A metric for labels, which are compared by their names. Immutable and thread safe.</summary>
public abstract class ClassificationMetric : IMetric<IClassification>
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract Direction Direction { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The targets or the predictions are numbers.</exception>
    public double Score(Targets truth, Targets predictions)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        return Score(truth.Labels, predictions.Labels);
    }

    /// <summary>Scores predictions; never negated.</summary>
    /// <param name="truth">N labels, none missing, N at least 1.</param>
    /// <param name="predictions">N labels, none missing; their levels may differ in order and number.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a label is missing (the message names its row).</exception>
    public double Score(Categories truth, Categories predictions)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        if (truth.RowCount != predictions.RowCount)
            throw new ArgumentException($"{Name} compares row by row, but there are {truth.RowCount} targets and {predictions.RowCount} predictions.", nameof(predictions));
        if (truth.RowCount == 0)
            throw new ArgumentException($"{Name} needs at least one row.", nameof(truth));
        RequireLabels(truth.Codes, "target", nameof(truth));
        RequireLabels(predictions.Codes, "prediction", nameof(predictions));
        List<string> levels = [.. truth.Levels];
        var recoded = predictions.CodesIn(levels);
        return Compute(truth.Codes, recoded, levels);
    }

    /// <summary>Computes the score of labels that were checked.</summary>
    /// <param name="truth">N codes into <paramref name="levels"/>, N at least 1.</param>
    /// <param name="predictions">N codes into the same levels.</param>
    /// <param name="levels">The levels of the targets, then those that only the predictions have.</param>
    protected abstract double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, IReadOnlyList<string> levels);

    /// <summary>The metric's name.</summary>
    public override string ToString() => Name;

    private void RequireLabels(ReadOnlySpan<int> codes, string what, string parameter)
    {
        int missing = codes.IndexOf(-1);
        if (missing >= 0)
            throw new ArgumentException($"{Name} needs a label a row, but the {what} in row {missing} is missing.", parameter);
    }
}
