namespace TypedTune.Learning;

/// <summary>The sides of a cut, by half the Poisson deviance from their means. Targets are at least 0.</summary>
internal sealed class PoissonSides : NumberSides
{
    private double _left;

    private double Right => Mean * Weight - _left;

    /// <inheritdoc/>
    public override double Decrease => _left > 0 && Right > 0
        ? Term(_left, LeftWeight) + Term(Right, RightWeight) - Term(Mean * Weight, Weight)
        : double.NegativeInfinity;

    /// <inheritdoc/>
    public override (double Left, double Right) Values => (_left / LeftWeight, Right / RightWeight);

    /// <inheritdoc/>
    protected override double Impurity(int count)
    {
        double deviance = 0;
        for (int row = 0; row < count; row++)
            deviance += Numbers[row] > 0 ? Weights[row] * Numbers[row] * Math.Log(Numbers[row] / Mean) : 0;
        return Math.Max(double.Epsilon, deviance);
    }

    /// <inheritdoc/>
    protected override void ClearLeft() => _left = 0;

    /// <inheritdoc/>
    protected override void AddLeft(ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
            _left += Weights[row] * Numbers[row];
    }

    private static double Term(double sum, double weight) => sum * Math.Log(sum / weight);
}
