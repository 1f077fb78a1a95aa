namespace TypedTune.Learning;

/// <summary>How well labels were predicted: each one, their averages and the confusion matrix. Immutable.</summary>
public sealed class ClassificationReport
{
    private ClassificationReport(IReadOnlyList<LabelReport> labels, LabelReport macro, LabelReport weighted, double accuracy, ConfusionMatrix confusion)
    {
        Labels = labels;
        Macro = macro;
        Weighted = weighted;
        Accuracy = accuracy;
        Confusion = confusion;
    }

    /// <summary>A report a label, in the order of the confusion matrix.</summary>
    public IReadOnlyList<LabelReport> Labels { get; }

    /// <summary>The means over labels, each counting the same.</summary>
    public LabelReport Macro { get; }

    /// <summary>The means over labels, each counting by its rows.</summary>
    public LabelReport Weighted { get; }

    /// <summary>The share of the rows, or of their weight, that was predicted right.</summary>
    public double Accuracy { get; }

    /// <summary>Which labels were predicted as which.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>Reports on predicted labels.</summary>
    /// <inheritdoc cref="ConfusionMatrix.From"/>
    public static ClassificationReport From(Categories truth, Categories predictions, double[]? weights = null)
    {
        var confusion = ConfusionMatrix.From(truth, predictions, weights);
        int count = confusion.Labels.Count;
        var labels = new LabelReport[count];
        double hits = 0, all = 0;
        for (int label = 0; label < count; label++)
        {
            double hit = confusion[label, label];
            double actual = Enumerable.Range(0, count).Sum(other => confusion[label, other]);
            double predicted = Enumerable.Range(0, count).Sum(other => confusion[other, label]);
            labels[label] = new LabelReport(confusion.Labels[label], Share(hit, predicted), Share(hit, actual), Share(2 * hit, actual + predicted), actual);
            hits += hit;
            all += actual;
        }

        return new ClassificationReport(labels, Average("macro average", labels, _ => 1), Average("weighted average", labels, label => label.Rows), hits / all, confusion);
    }

    /// <summary>Reports on the most probable labels; of equally probable ones the first.</summary>
    /// <param name="truth">N labels, none missing, N at least 1.</param>
    /// <param name="probabilities">N × levels, a column a label, named after it.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, not all 0. Default: all count the same.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows or no columns, a label is missing or a weight illegal.</exception>
    public static ClassificationReport From(Categories truth, FeatureMatrix probabilities, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        if (probabilities.ColumnCount == 0)
            throw new ArgumentException("There are no columns of probabilities.", nameof(probabilities));
        return From(truth, MostProbable.Labels(probabilities), weights);
    }

    /// <summary>A line a label, then accuracy and averages.</summary>
    public TextTable ToTable() => ScoreTable.Of(
        [.. Labels, new LabelReport("accuracy", double.NaN, double.NaN, Accuracy, Macro.Rows), Macro, Weighted],
        [
            ("label", (LabelReport label) => label.Name),
            ("precision", label => Text(label.Precision)),
            ("recall", label => Text(label.Recall)),
            ("F1", label => Text(label.F1)),
            ("rows", label => ScoreTable.Text(label.Rows, "G6")),
        ]);

    /// <summary>The table as text.</summary>
    public override string ToString() => ToTable().ToString();

    private static string Text(double share) => double.IsNaN(share) ? "" : ScoreTable.Text(share, "F3");

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private static LabelReport Average(string name, LabelReport[] labels, Func<LabelReport, double> weight)
    {
        double total = labels.Sum(weight);
        return new LabelReport(
            name,
            labels.Sum(label => weight(label) * label.Precision) / total,
            labels.Sum(label => weight(label) * label.Recall) / total,
            labels.Sum(label => weight(label) * label.F1) / total,
            labels.Sum(label => label.Rows));
    }
}
