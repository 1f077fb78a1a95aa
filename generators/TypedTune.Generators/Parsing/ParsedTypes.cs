using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>The types of a compilation as they parse, each read once, and which of them stand on one that does not. Thread safe.</summary>
internal sealed class ParsedTypes
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ParsedType> _parsed = new(SymbolEqualityComparer.Default);

    public ParsedType Of(INamedTypeSymbol type) => _parsed.GetOrAdd(type.OriginalDefinition, ParsedType.Parse);

    /// <summary>Whether everything is generated that the space of a type, its steps and its rows refer to.</summary>
    public bool IsSound(INamedTypeSymbol type) => ReachedFrom([type]).All(reached => Of(reached).IsWhole);

    /// <summary>What is to be said of a type: nothing that follows from another type, and nothing that is said of its base or of the types around it.</summary>
    public IEnumerable<Diagnostic> Report(INamedTypeSymbol type)
    {
        var same = new SameDiagnostic();
        return DiagnosticsOf(Of(type).Failures.Where(failure => !failure.Causes.Any(cause => IsToBlame(cause, type))))
            .Except(BasesOf(type).SelectMany(parent => DiagnosticsOf(Of(parent).Failures)), same)
            .Except(Around(type).Where(outer => !IsFirstIn(outer, type)).SelectMany(PartFailures), same)
            .Distinct(same);
    }

    private static IEnumerable<Diagnostic> DiagnosticsOf(IEnumerable<Failure> failures) => failures.Select(failure => failure.Diagnostic).OfType<Diagnostic>();

    // Of types that stand on each other, each says what is wrong with itself.
    private bool IsToBlame(ITypeSymbol cause, INamedTypeSymbol type)
    {
        var reached = ReachedFrom(Extended(cause));
        return !reached.Contains(type) && reached.Any(other => !Of(other).IsWhole);
    }

    private static HashSet<INamedTypeSymbol> ReachedFrom(IEnumerable<INamedTypeSymbol> types)
    {
        var reached = new HashSet<INamedTypeSymbol>(types, SymbolEqualityComparer.Default);
        var pending = new Stack<INamedTypeSymbol>(reached);
        while (pending.Count > 0)
        {
            foreach (var needed in Needed(pending.Pop()))
            {
                if (reached.Add(needed))
                    pending.Push(needed);
            }
        }

        return reached;
    }

    // The types in source whose generated members those of a type refer to.
    private static IEnumerable<INamedTypeSymbol> Needed(INamedTypeSymbol type)
    {
        if (!ComponentParser.HasSpace(type))
            return [];
        var properties = ComponentParser.IsFlow(type) ? ComponentParser.Tuned(type).Concat(FlowParser.StepProperties(type)) : ComponentParser.Tuned(type);
        var parts = properties.SelectMany(property => property.FindOneOf() is { } choice ? [property.Type, .. choice.AttributeClass!.TypeArguments] : new[] { property.Type });
        var rows = type.FindAttribute(KnownNames.ColumnTransformer)?.AttributeClass?.TypeArguments ?? [];
        return parts.Concat(rows).SelectMany(Extended);
    }

    // A type, and its type arguments, as far as something is generated for them here.
    private static IEnumerable<INamedTypeSymbol> Extended(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
            yield break;
        if (IsExtendedHere(named))
            yield return named.OriginalDefinition;
        foreach (var inner in named.TypeArguments.SelectMany(Extended))
            yield return inner;
    }

    private static bool IsExtendedHere(INamedTypeSymbol type) => type.Locations.Any(location => location.IsInSource) && ParsedType.IsExtended(type);

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType?.OriginalDefinition; parent is not null; parent = parent.BaseType?.OriginalDefinition)
        {
            if (IsExtendedHere(parent))
                yield return parent;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
    }

    // The first of the types inside another speaks of it for all of them; a type that is extended itself speaks of itself.
    private static bool IsFirstIn(INamedTypeSymbol outer, INamedTypeSymbol type) => !ParsedType.IsExtended(outer) && SymbolEqualityComparer.Default.Equals(type, ExtendedIn(outer)
        .OrderBy(inner => Failures.PlaceOf(inner).SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(inner => Failures.PlaceOf(inner).SourceSpan.Start)
        .FirstOrDefault());

    private static IEnumerable<INamedTypeSymbol> ExtendedIn(INamedTypeSymbol outer) =>
        outer.GetTypeMembers().SelectMany(inner => ParsedType.IsExtended(inner) ? ExtendedIn(inner).Prepend(inner) : ExtendedIn(inner));

    private static IEnumerable<Diagnostic> PartFailures(INamedTypeSymbol type)
    {
        var failures = new Failures();
        TypeParser.CheckParts(type, failures);
        return DiagnosticsOf(failures.Result(() => type).Failures);
    }
}
