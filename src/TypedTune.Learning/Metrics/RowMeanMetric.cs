namespace TypedTune.Learning;

/// <summary>The mean over rows of a function of a target and its prediction.</summary>
internal sealed class RowMeanMetric(string name, Direction direction, Func<double, double, double> ofRow) : RegressionMetric
{
    public override string Name => name;

    public override Direction Direction => direction;

    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            double own = ofRow(truth[row], predictions[row]);
            if (!double.IsFinite(own))
                throw new ArgumentException(FormattableString.Invariant($"{Name} is {own} in row {row}, where {truth[row]} was predicted as {predictions[row]}. Mend the function, or leave out such rows."), nameof(predictions));
            sum += weights[row] * own;
        }

        return sum / MetricWeights.Sum(weights);
    }
}
