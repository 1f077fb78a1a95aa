namespace TypedTune.Learning;

/// <summary>The sides of a cut, by half the Poisson deviance from their means. Targets are at least 0.</summary>
internal sealed class PoissonSides : NumberSides
{
    private double _left;
    private int _events;
    private int _leftEvents;

    // Rounding can put it below 0.
    private double Right => Math.Max(0, Mean * Weight - _left);

    /// <inheritdoc/>
    /// <remarks>Whether a side has a target above 0 is counted: the rounded sum of zeros on the right need not be 0.</remarks>
    public override double Decrease => _leftEvents > 0 && _leftEvents < _events
        ? Term(_left, LeftWeight) + Term(Right, RightWeight) - Term(Mean * Weight, Weight)
        : double.NegativeInfinity;

    /// <inheritdoc/>
    public override (double Left, double Right) Values => (_left / LeftWeight, Right / RightWeight);

    /// <inheritdoc/>
    public override bool IsBarren(double key) => key == 0;

    /// <inheritdoc/>
    protected override void Prepare(int count)
    {
        _events = 0;
        for (int row = 0; row < count; row++)
            _events += Numbers[row] > 0 ? 1 : 0;
    }

    /// <inheritdoc/>
    protected override double Impurity(int count)
    {
        double deviance = 0;
        for (int row = 0; row < count; row++)
            deviance += Numbers[row] > 0 ? Weights[row] * Numbers[row] * PortableMath.Log(Numbers[row] / Mean) : 0;
        return Math.Max(double.Epsilon, deviance);
    }

    /// <inheritdoc/>
    protected override void ClearLeft() => (_left, _leftEvents) = (0, 0);

    /// <inheritdoc/>
    protected override void AddLeft(ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
        {
            _left += Weights[row] * Numbers[row];
            _leftEvents += Numbers[row] > 0 ? 1 : 0;
        }
    }

    private static double Term(double sum, double weight) => sum > 0 ? sum * PortableMath.Log(sum / weight) : 0;
}
