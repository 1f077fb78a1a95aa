using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads the declared bounds of a hyperparameter.</summary>
internal static class BoundsParser
{
    public static BoundsModel Parse(AttributeData? attribute)
    {
        // Unfinished code may name an argument twice.
        var arguments = attribute?.NamedArguments.GroupBy(argument => argument.Key).ToDictionary(same => same.Key, same => same.First().Value.Value) ?? [];
        T Argument<T>(string name, T fallback) => arguments.TryGetValue(name, out var value) && value is T typed ? typed : fallback;
        return new BoundsModel(
            Argument("Min", double.NegativeInfinity),
            Argument("Max", double.PositiveInfinity),
            Argument("MinExclusive", false),
            Argument("MaxExclusive", false),
            Argument("Scale", 0) == 1)
        {
            SearchMin = Argument("SearchMin", double.NegativeInfinity),
            SearchMax = Argument("SearchMax", double.PositiveInfinity),
            IsInAll = Argument("InAll", true),
        };
    }

    /// <summary>The bounds that a value of a property can keep; null where none are declared, or no value keeps them.</summary>
    public static BoundsModel? ToKeep(IPropertySymbol property)
    {
        var type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : property.Type;
        return property.FindAttribute(KnownNames.Hyperparameter) is { } attribute
            && Parse(attribute) is { AreDeclared: true } bounds
            && !bounds.IsEmpty(isWhole: type.SpecialType != SpecialType.System_Double)
                ? bounds
                : null;
    }
}
