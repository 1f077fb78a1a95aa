using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Rules;

/// <summary>Finds the legal value next to an illegal one, for a code fix.</summary>
internal static class Clamping
{
    /// <summary>The property of a diagnostic that holds the legal value, as a literal; absent where there is none.</summary>
    public const string Key = "Clamped";

    public static ImmutableDictionary<string, string?> Properties(BoundsModel bounds, double value, ITypeSymbol? type)
    {
        bool isReal = type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;
        string? literal = isReal ? Real(bounds, value) : Whole(bounds, value);
        return literal is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Key, literal);
    }

    // A real number has no neighbour that anyone would write.
    private static string? Real(BoundsModel bounds, double value)
    {
        bool isLow = value < bounds.Min || (bounds.MinExclusive && value == bounds.Min);
        return (isLow ? bounds.MinExclusive : bounds.MaxExclusive) || double.IsNaN(value) ? null : BoundsModel.Text(isLow ? bounds.Min : bounds.Max);
    }

    private static string? Whole(BoundsModel bounds, double value)
    {
        double legal = Math.Min(Math.Max(value, bounds.LowestWhole), bounds.HighestWhole);
        return !bounds.IsEmpty(isWhole: true) && Math.Abs(legal) < long.MaxValue ? ((long)legal).ToString(CultureInfo.InvariantCulture) : null;
    }
}
