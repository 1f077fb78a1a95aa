namespace TypedTune.Learning;

/// <summary>How many rows, or how much of their weight, of each label were predicted as which. Immutable.</summary>
public sealed class ConfusionMatrix
{
    private readonly double[,] _cells;

    private ConfusionMatrix(IReadOnlyList<string> labels, double[,] cells)
    {
        Labels = labels;
        _cells = cells;
    }

    /// <summary>The labels: those of the targets in their order, then those that were only predicted; labels without any row are left out.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The number of rows of a label that were predicted as a label, or their weight, or a share where the matrix is normalised.</summary>
    /// <param name="truth">The label that rows have, from 0.</param>
    /// <param name="predicted">The label that was predicted, from 0.</param>
    public double this[int truth, int predicted] => _cells[truth, predicted];

    /// <summary>The same by the names of labels.</summary>
    /// <param name="truth">The label that rows have.</param>
    /// <param name="predicted">The label that was predicted.</param>
    /// <exception cref="ArgumentException">There is no such label; the message names those that there are.</exception>
    public double this[string truth, string predicted] => _cells[IndexOf(truth), IndexOf(predicted)];

    /// <summary>Counts.</summary>
    /// <param name="truth">N labels, none missing, N at least 1.</param>
    /// <param name="predictions">N labels, none missing; their levels may differ in order and number.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, not all 0. Default: all count the same.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a label is missing or a weight illegal.</exception>
    public static ConfusionMatrix From(Categories truth, Categories predictions, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        const string Name = "A confusion matrix";
        LabelChecks.RequireSameLength(Name, truth, predictions.RowCount, nameof(predictions));
        LabelChecks.RequireLabels(Name, truth, "target", nameof(truth));
        LabelChecks.RequireLabels(Name, predictions, "prediction", nameof(predictions));
        List<string> levels = [.. truth.Levels];
        int[] predicted = predictions.CodesIn(levels);
        var counts = MetricWeights.Require(Name, weights, truth.RowCount);
        var (all, seen) = (new double[levels.Count, levels.Count], new bool[levels.Count]);
        for (int row = 0; row < predicted.Length; row++)
        {
            all[truth.Codes[row], predicted[row]] += counts[row];
            seen[truth.Codes[row]] = seen[predicted[row]] = true;
        }

        int[] kept = [.. Enumerable.Range(0, levels.Count).Where(level => seen[level])];
        var cells = new double[kept.Length, kept.Length];
        for (int t = 0; t < kept.Length; t++)
        {
            for (int p = 0; p < kept.Length; p++)
                cells[t, p] = all[kept[t], kept[p]];
        }

        return new ConfusionMatrix([.. kept.Select(level => levels[level])], cells);
    }

    /// <summary>The matrix as shares.</summary>
    /// <param name="of">What each cell is a share of. Shares of nothing are 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="of"/> is not a declared value of the enum.</exception>
    public ConfusionMatrix Normalize(ConfusionShare of)
    {
        int labels = Labels.Count;
        var shares = new double[labels, labels];
        for (int t = 0; t < labels; t++)
        {
            for (int p = 0; p < labels; p++)
            {
                double whole = of switch
                {
                    ConfusionShare.Truth => Enumerable.Range(0, labels).Sum(other => _cells[t, other]),
                    ConfusionShare.Prediction => Enumerable.Range(0, labels).Sum(other => _cells[other, p]),
                    ConfusionShare.All => _cells.Cast<double>().Sum(),
                    _ => throw new ArgumentOutOfRangeException(nameof(of), of, $"{of} is no share that is known."),
                };
                shares[t, p] = whole > 0 ? _cells[t, p] / whole : 0;
            }
        }

        return new ConfusionMatrix(Labels, shares);
    }

    /// <summary>A line a label of the rows, a column a label that was predicted.</summary>
    public TextTable ToTable() => new(
        ["truth", .. Labels],
        [.. Labels.Select((label, t) => (IReadOnlyList<string>)[label, .. Labels.Select((_, p) => ScoreTable.Text(_cells[t, p], "G4"))])]);

    /// <summary>The table as text.</summary>
    public override string ToString() => ToTable().ToString();

    private int IndexOf(string label)
    {
        int index = Labels.FindName(label);
        return index >= 0 ? index : throw new ArgumentException($"There are no rows of the label {Excerpt.From(label)}, but of: {Excerpt.FromList(Labels)}.", nameof(label));
    }
}
