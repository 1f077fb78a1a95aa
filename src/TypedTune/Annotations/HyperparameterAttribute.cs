namespace TypedTune;

/// <summary>
/// Makes a property of a <c>partial</c> record or class tunable: the source generator adds a member of the same name
/// to the type's <c>Space</c>, and the engine checks every value against the bounds declared here.
/// </summary>
/// <remarks>
/// Applies to properties of type <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
/// <see cref="string"/>, an enum, the nullable forms of these, any other equatable type (then only <c>In(…)</c> is
/// offered), and to a property whose type is tunable itself, which nests that type's space.
/// Bounds are inclusive unless said otherwise, and are given as <see cref="double"/>: a bound of a
/// <see cref="long"/> beyond 2⁵³ is rounded.
/// </remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = true)]
public sealed class HyperparameterAttribute : Attribute
{
    /// <summary>The smallest legal value, inclusive unless <see cref="MinExclusive"/>. Default: none.</summary>
    public double Min { get; set; } = double.NegativeInfinity;

    /// <summary>The largest legal value, inclusive unless <see cref="MaxExclusive"/>. Default: none.</summary>
    public double Max { get; set; } = double.PositiveInfinity;

    /// <summary>Whether <see cref="Min"/> itself is illegal. Default: <see langword="false"/>.</summary>
    public bool MinExclusive { get; set; }

    /// <summary>Whether <see cref="Max"/> itself is illegal. Default: <see langword="false"/>.</summary>
    public bool MaxExclusive { get; set; }

    /// <summary>
    /// The smallest value that <c>All()</c> covers: where a search should begin, as far as it is known what pays, while every legal value can still be asked for. Default:
    /// <see cref="Min"/>. A type with a parameter class of its own gives it to that class's <c>SearchRange</c>.
    /// </summary>
    public double SearchMin { get; set; } = double.NegativeInfinity;

    /// <summary>The largest value that <c>All()</c> covers. Default: <see cref="Max"/>.</summary>
    public double SearchMax { get; set; } = double.PositiveInfinity;

    /// <summary>Whether <c>All()</c> covers the hyperparameter, where its range is finite. Default: <see langword="true"/>.</summary>
    public bool InAll { get; set; } = true;

    /// <summary>The scale that <c>All()</c> and a parameterless range use. Default: <see cref="Scale.Linear"/>.</summary>
    public Scale Scale { get; set; }
}
