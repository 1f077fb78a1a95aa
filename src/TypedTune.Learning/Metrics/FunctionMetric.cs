namespace TypedTune.Learning;

/// <summary>A metric that is a function.</summary>
internal sealed class FunctionMetric<TEstimator>(string name, Direction direction, PredictionNeeds needs, Func<Targets, Predictions, double[]?, double> score) : IMetric<TEstimator>
{
    public string Name => name;

    public Direction Direction => direction;

    public PredictionNeeds Needs => needs;

    public double Score(Targets truth, Predictions predictions, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        double own = score(truth, predictions, weights);
        return double.IsFinite(own) ? own : throw new ArgumentException(FormattableString.Invariant($"{name} is {own} for these {truth.RowCount} rows. Mend the function, or score other rows."), nameof(predictions));
    }

    public override string ToString() => name;
}
