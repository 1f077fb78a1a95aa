using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>Cohen's kappa: how much better than by chance labels and predictions agree; 1 is perfect, 0 as good as chance (Educ. Psychol. Meas. 20, 1960).</summary>
/// <remarks>With weights labels are in the order of their levels, as an enum or the column declares them. Where only one label occurs it is not defined, and is 1.</remarks>
public sealed class CohenKappa : ClassificationMetric
{
    internal CohenKappa(KappaWeights weights) => Weights = Enum.IsDefined(weights)
        ? weights
        : throw new ArgumentOutOfRangeException(nameof(weights), weights, $"{weights} are no weights that are known.");

    /// <summary>How much a wrong label costs.</summary>
    public KappaWeights Weights { get; }

    /// <inheritdoc/>
    public override string Name => Weights switch { KappaWeights.None => "kappa", KappaWeights.Linear => "linear kappa", _ => "quadratic kappa" };

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, ReadOnlySpan<double> weights, [NotNull] IReadOnlyList<string> levels)
    {
        var counts = new LabelCounts(truth, predictions, weights, levels.Count);
        double cost = 0, byChance = 0;
        for (int label = 0; label < levels.Count; label++)
        {
            for (int other = 0; other < levels.Count; other++)
            {
                double wrong = Cost(label, other);
                cost += wrong * counts[label, other];
                byChance += wrong * counts.Actual[label] * (counts.Predicted[other] / counts.Total);
            }
        }

        return byChance > 0 ? 1 - cost / byChance : 1;
    }

    private double Cost(int label, int other) => Weights switch
    {
        KappaWeights.None => label == other ? 0 : 1,
        KappaWeights.Linear => Math.Abs(label - other),
        _ => (double)(label - other) * (label - other),
    };
}
