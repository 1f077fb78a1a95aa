namespace TypedTune.Learning;

/// <summary>Between which values a node's leaves must stay, so that splits above it keep their direction. See <see cref="MonotoneConstraints"/>.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The largest.</param>
internal readonly record struct ValueBounds(double Low, double High)
{
    /// <summary>Any value.</summary>
    public static ValueBounds None => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Whether both sides of a cut stay within the bounds, in the direction asked for.</summary>
    /// <param name="sides">What they would say.</param>
    /// <param name="direction">1 where it must not fall from left to right, −1 where it must not rise, else 0.</param>
    public bool Allow((double Left, double Right) sides, int direction) =>
        Math.Min(sides.Left, sides.Right) >= Low && Math.Max(sides.Left, sides.Right) <= High && (sides.Left - sides.Right) * direction <= 0;

    /// <summary>The bounds of a side.</summary>
    /// <param name="direction">That of the feature which parts the node.</param>
    /// <param name="middle">Midway between what both sides would say.</param>
    /// <param name="isRight">Which side.</param>
    public ValueBounds Side(int direction, double middle, bool isRight) =>
        direction == 0 ? this : (direction > 0) == isRight ? new ValueBounds(middle, High) : new ValueBounds(Low, middle);
}
