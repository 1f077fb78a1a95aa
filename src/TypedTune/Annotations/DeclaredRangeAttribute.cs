using System.ComponentModel;

namespace TypedTune;

/// <summary>
/// Carries the bounds of a <see cref="HyperparameterAttribute"/> over to the generated member, where the analyzers
/// read them at each use, also from another assembly. Written by the generator; not for hand-written code.
/// </summary>
/// <param name="min">The smallest legal value, or negative infinity.</param>
/// <param name="max">The largest legal value, or positive infinity.</param>
/// <param name="minExclusive">Whether <paramref name="min"/> itself is illegal.</param>
/// <param name="maxExclusive">Whether <paramref name="max"/> itself is illegal.</param>
[AttributeUsage(AttributeTargets.Property)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeclaredRangeAttribute(double min, double max, bool minExclusive, bool maxExclusive) : Attribute
{
    /// <summary>The smallest legal value, or negative infinity.</summary>
    public double Min { get; } = min;

    /// <summary>The largest legal value, or positive infinity.</summary>
    public double Max { get; } = max;

    /// <summary>Whether <see cref="Min"/> itself is illegal.</summary>
    public bool MinExclusive { get; } = minExclusive;

    /// <summary>Whether <see cref="Max"/> itself is illegal.</summary>
    public bool MaxExclusive { get; } = maxExclusive;
}
