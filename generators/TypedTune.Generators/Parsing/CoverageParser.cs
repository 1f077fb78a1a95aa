using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads what the <c>All()</c> of a component makes, through any parts of it, each type once.</summary>
internal sealed class CoverageParser
{
    private readonly Dictionary<ITypeSymbol, Coverage> _known = new(SymbolEqualityComparer.Default);

    public static Coverage Total(IEnumerable<Coverage> parts)
    {
        var total = Coverage.None;
        foreach (var part in parts)
            total = part > total ? part : total;
        return total;
    }

    public Coverage Of(ITypeSymbol type)
    {
        // What is generated for a generic type is the same whatever its arguments; and generic types may hold ever larger ones.
        if (type.OriginalDefinition is not INamedTypeSymbol named || !ComponentParser.IsTunable(named))
            return Coverage.None;
        if (!_known.TryGetValue(named, out var coverage))
        {
            // A component that has itself among its parts would never end; no type of such a circle has the others' ranges.
            coverage = !IsInSource(named) ? OfMetadata(named)
                : Reaches(named, named) ? Coverage.None
                : Total(ComponentParser.Tuned(named).Select(Of));
            _known[named] = coverage;
        }

        return coverage;
    }

    private Coverage Of(IPropertySymbol property) => property.FindOneOf() is { } choice
        ? Total(choice.AttributeClass!.TypeArguments.Select(Of).Concat([Coverage.Finite]))
        : ParameterParser.CoverageOf(property, this);

    // What was generated for it says what it covers.
    private static Coverage OfMetadata(INamedTypeSymbol type) =>
        type.GetTypeMembers(KnownNames.HyperparametersType, 1)[0].GetMembers("All").OfType<IMethodSymbol>().FirstOrDefault()?.ReturnType.Name switch
        {
            null => Coverage.None,
            "Grid" => Coverage.Finite,
            _ => Coverage.Continuous,
        };

    private static bool Reaches(INamedTypeSymbol start, ITypeSymbol end)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>([start]);
        while (pending.Count > 0)
        {
            foreach (var part in Parts(pending.Pop()))
            {
                if (SymbolEqualityComparer.Default.Equals(part, end))
                    return true;
                if (seen.Add(part))
                    pending.Push(part);
            }
        }

        return false;
    }

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) =>
        type is not INamedTypeSymbol named || !IsInSource(named) ? [] : ComponentParser.Tuned(named)
            .SelectMany(property => property.FindOneOf() is { } choice ? choice.AttributeClass!.TypeArguments : [property.Type])
            .Select(part => part.OriginalDefinition)
            .Where(ComponentParser.IsTunable);

    private static bool IsInSource(INamedTypeSymbol type) => type.Locations.Any(location => location.IsInSource);
}
