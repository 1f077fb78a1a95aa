using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>A share of hits, such as precision, recall, F-beta and Jaccard, of one label or averaged over all that occur: from 0 to 1, both included; 1 is perfect.</summary>
/// <remarks>
/// Where a share is of nothing, as is the precision of a label that is never predicted, it is 0, as in scikit-learn. Labels that occur neither among targets nor among
/// predictions do not count.
/// </remarks>
public sealed class LabelScore : ClassificationMetric
{
    private readonly string _name;
    private readonly Func<double, double, double, (double Part, double Whole)> _share;
    private readonly Average _average;
    private readonly string? _label;

    internal LabelScore(string name, Func<double, double, double, (double Part, double Whole)> share, Average average)
    {
        if (!Enum.IsDefined(average))
            throw new ArgumentOutOfRangeException(nameof(average), average, $"{average} is no average that is known.");
        (_name, _share, _average) = (name, share, average);
    }

    internal LabelScore(string name, Func<double, double, double, (double Part, double Whole)> share, string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        (_name, _share, _label) = (name, share, label);
    }

    /// <inheritdoc/>
    public override string Name => _label is null
        ? $"{_average switch { Average.Macro => "macro", Average.Micro => "micro", _ => "weighted" }} {_name}"
        : $"{_name} of {_label}";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, ReadOnlySpan<double> weights, [NotNull] IReadOnlyList<string> levels)
    {
        var counts = new LabelCounts(truth, predictions, weights, levels.Count);
        if (_label is not null)
            return Of(counts, Level(levels));
        if (_average == Average.Micro)
        {
            // Every miss of a label is a wrong prediction of another.
            double hits = counts.Hits.Sum();
            var (part, whole) = _share(hits, counts.Total, counts.Total);
            return whole > 0 ? part / whole : 0;
        }

        double sum = 0, total = 0;
        foreach (int level in counts.Occurring)
        {
            double weight = _average == Average.Macro ? 1 : counts.Actual[level];
            sum += weight * Of(counts, level);
            total += weight;
        }

        return sum / total;
    }

    private double Of(LabelCounts counts, int level)
    {
        var (part, whole) = _share(counts.Hits[level], counts.Predicted[level], counts.Actual[level]);
        return whole > 0 ? part / whole : 0;
    }

    private int Level(IReadOnlyList<string> levels)
    {
        int level = levels.FindName(_label!);
        return level >= 0
            ? level
            : throw new ArgumentException($"{Name} cannot be scored, since there is no such label. There are: {Excerpt.FromList(levels)}.", "truth");
    }
}
