using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>D² of the log loss: the share that probabilities take away of the log loss of the labels' own shares; 1 is perfect, 0 as good as these shares, and worse ones are negative.</summary>
/// <remarks>Where all rows have one label the share is not defined, and such rows are refused.</remarks>
public sealed class D2LogLoss : ProbabilityMetric
{
    internal D2LogLoss()
    {
    }

    /// <inheritdoc/>
    public override string Name => "D² of the log loss";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, [NotNull] FeatureMatrix probabilities, ReadOnlySpan<double> weights)
    {
        double[] rowsOf = LabelWeights.Sum(truth, probabilities.ColumnCount, weights);
        double all = rowsOf.Sum();
        double constant = -rowsOf.Where(rows => rows > 0).Sum(rows => rows / all * PortableMath.Log(rows / all));
        return ExplainedShare.Compute(Name, LogLoss.Mean(truth, probabilities, weights), constant);
    }
}
