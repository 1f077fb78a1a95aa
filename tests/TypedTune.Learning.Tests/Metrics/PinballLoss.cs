namespace TypedTune.Learning.Tests;

/// <summary>The mean pinball loss of a quantile, as a user writes it straight against the interface.</summary>
public sealed class PinballLoss(double level) : IMetric<IRegression>
{
    public string Name => FormattableString.Invariant($"pinball loss of {level}");

    public Direction Direction => Direction.Minimize;

    public PredictionNeeds Needs { get; } = new() { Quantiles = [level] };

    public double Score(Targets truth, Predictions predictions, double[]? weights = null)
    {
        var quantiles = predictions.Quantiles.At(level);
        double sum = 0;
        for (int row = 0; row < quantiles.Length; row++)
            sum += Math.Max(level * (truth.Numbers[row] - quantiles[row]), (level - 1) * (truth.Numbers[row] - quantiles[row]));
        return sum / quantiles.Length;
    }
}
