using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>What a type's own declaration parses to, whatever becomes of the types that it names.</summary>
/// <param name="Component">A tunable type; null if it is none.</param>
/// <param name="Row">A row type; null if it is none.</param>
/// <param name="Configuration">A type that has a text and no space; null if it is none.</param>
internal sealed record ParsedType(ParseResult<ComponentModel>? Component, ParseResult<RowModel>? Row, ParseResult<ConfigurationModel>? Configuration)
{
    /// <summary>Whether everything that is to be generated can be.</summary>
    public bool IsWhole => Component is not { Model: null } && Row is not { Model: null } && Configuration is not { Model: null };

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Failure> Failures =>
        [.. Component?.Failures ?? [], .. Configuration?.Failures ?? [], .. Row?.Failures ?? []];

    /// <summary>Whether something is generated for a type.</summary>
    public static bool IsExtended(INamedTypeSymbol type) => ComponentParser.HasSpace(type) || IsRow(type) || ConfigurationParser.IsMarked(type);

    public static ParsedType Parse(INamedTypeSymbol type)
    {
        bool hasSpace = ComponentParser.HasSpace(type);
        return new ParsedType(
            hasSpace ? ComponentParser.Parse(type) : null,
            IsRow(type) ? RowParser.Parse(type) : null,
            !hasSpace && ConfigurationParser.IsMarked(type) ? ConfigurationParser.ParseMarked(type) : null);
    }

    private static bool IsRow(INamedTypeSymbol type) => type.FindAttribute(KnownNames.Row) is not null;
}
