using System.Numerics;

namespace TypedTune.Generators.Rules.Grids;

/// <summary>The values that a grid gives one hyperparameter, as far as the source shows them.</summary>
/// <param name="Count">How many, repeats included; null if that is not certain.</param>
/// <param name="Keys">The values, so written that equal ones are the same text; null if they are not all certain.</param>
/// <param name="Notation">How they are written: only values in one notation can be compared.</param>
internal sealed record GridValues(BigInteger? Count, IReadOnlyList<string>? Keys, string Notation)
{
    /// <summary>Above this many values they are counted and not listed.</summary>
    public const int LongestList = 10_000;

    public static readonly GridValues Unknown = new(null, null, "");

    public HashSet<string>? Distinct => Keys is null ? null : [.. Keys];

    /// <summary>Whether no value of this can be one of the other, for certain.</summary>
    public bool IsDisjointFrom(GridValues other) =>
        Keys is not null && other.Keys is not null && Notation == other.Notation && !Keys.Intersect(other.Keys).Any();
}
