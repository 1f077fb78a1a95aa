using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads what can be generated for a type with failures, so that none of the compiler's follow from them where others name the type.</summary>
internal static class StubParser
{
    /// <summary>The stub of a type; null where it can have no other part.</summary>
    /// <param name="type">The type.</param>
    /// <param name="lacksSpace">Whether its space is not generated.</param>
    /// <param name="lacksRow">Whether its columns are not.</param>
    public static StubModel? Parse(INamedTypeSymbol type, bool lacksSpace, bool lacksRow)
    {
        var failures = new Failures();
        var model = TypeParser.Parse(type, failures);
        if (failures.Any || type.IsStatic || !(lacksSpace || lacksRow))
            return null;
        return new StubModel(
            model,
            lacksSpace && IsFree(type, KnownNames.HyperparametersType),
            lacksSpace && ComponentParser.IsFlow(type) && IsFree(type, KnownNames.FittedType),
            lacksRow && !type.AllInterfaces.Any(candidate => candidate.IsNamed(KnownNames.IRow)));
    }

    private static bool IsFree(INamedTypeSymbol type, string name) => type.Name != name && type.GetMembers(name).IsEmpty;
}
