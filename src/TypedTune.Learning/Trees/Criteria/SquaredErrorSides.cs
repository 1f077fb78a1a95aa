namespace TypedTune.Learning;

/// <summary>The sides of a cut, by squared errors from their means.</summary>
internal sealed class SquaredErrorSides : NumberSides
{
    private double _left;

    /// <inheritdoc/>
    public override double Decrease => _left * _left * (1 / LeftWeight + 1 / RightWeight);

    /// <inheritdoc/>
    public override (double Left, double Right) Values => (Mean + _left / LeftWeight, Mean - _left / RightWeight);

    /// <inheritdoc/>
    protected override double Impurity(int count)
    {
        double squares = 0;
        for (int row = 0; row < count; row++)
            squares += Weights[row] * (Numbers[row] - Mean) * (Numbers[row] - Mean);
        return squares;
    }

    /// <inheritdoc/>
    protected override void ClearLeft() => _left = 0;

    /// <inheritdoc/>
    protected override void AddLeft(ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
            _left += Weights[row] * (Numbers[row] - Mean);
    }
}
