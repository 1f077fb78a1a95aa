using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Incrementality;

/// <summary>
/// Finds the declarations that something is generated for, and parses each again only when what it sees has changed. One serves one
/// driver, so that what is kept ends with it. Thread safe.
/// </summary>
internal sealed class TypeReader
{
    /// <summary>The oldest version of C# that the library and what is generated are held to.</summary>
    public const LanguageVersion OldestLanguage = LanguageVersion.CSharp14;

    private readonly SourceHistory _history = new();
    private readonly ConditionalWeakTable<SyntaxNode, Reading> _readings = new();
    private readonly ConditionalWeakTable<Compilation, ParsedTypes> _parsed = new();

    /// <summary>Whether a node may be such a declaration: a type with an attribute on itself, a property or a parameter.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is TypeDeclarationSyntax type && AttributesOf(type).Any();

    /// <summary>What is to be generated for a declaration; null if nothing is.</summary>
    public TypeModels? Read(TypeDeclarationSyntax declaration, SemanticModel semantics, CancellationToken cancellation)
    {
        var map = _history.MapOf(semantics.Compilation);
        if (declaration.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < OldestLanguage })
            return Qualifies(declaration, map) ? new TypeModels(null, null, null) { IsTooOld = true } : null;
        var known = _readings.GetOrCreateValue(declaration);
        lock (known)
        {
            if (known.Version == map.Version)
                return known.Models;
            var relevant = map.RelevantTo(_history.FileOf(declaration.SyntaxTree));
            if (known.Relevant != relevant)
                (known.Models, known.Relevant) = (Parse(declaration, semantics, map, cancellation), relevant);
            known.Version = map.Version;
            return known.Models;
        }
    }

    /// <summary>What is wrong with a type whose models say that it is failing.</summary>
    /// <param name="compilation">The compilation that was read.</param>
    /// <param name="name">The type's name in metadata.</param>
    public IEnumerable<Diagnostic> Report(Compilation compilation, string name) =>
        compilation.Assembly.GetTypeByMetadataName(name) is { } type ? ParsedTypesOf(compilation).Report(type) : [];

    private ParsedTypes ParsedTypesOf(Compilation compilation) => _parsed.GetValue(compilation, static _ => new ParsedTypes());

    private TypeModels? Parse(TypeDeclarationSyntax declaration, SemanticModel semantics, SourceMap map, CancellationToken cancellation) =>
        Qualifies(declaration, map)
        && semantics.GetDeclaredSymbol(declaration, cancellation) is { } type
        && IsFirst(declaration, type, map)
            ? Parse(type, ParsedTypesOf(semantics.Compilation), map)
            : null;

    private static TypeModels? Parse(INamedTypeSymbol type, ParsedTypes types, SourceMap map)
    {
        if (!ParsedType.IsExtended(type))
            return null;
        var parsed = types.Of(type);
        var component = types.IsSound(type) ? parsed.Component?.Model : null;
        var (row, configuration) = (parsed.Row?.Model, parsed.Configuration?.Model);
        var stub = StubParser.Parse(type, lacksSpace: parsed.Component is not null && component is null, lacksRow: parsed.Row is not null && row is null);
        string? failing = parsed.IsWhole ? null : type.MetadataFullName();
        string hint = (component?.Type ?? configuration?.Type ?? row?.Type ?? stub?.Type) is { } whole ? map.Distinguish(whole.HintName) : "";
        return new TypeModels(
            component is null ? null : component with { Type = component.Type with { HintName = hint } },
            row is null ? null : row with { Type = row.Type with { HintName = component is null && configuration is null ? hint : $"{hint}(Row)" } },
            configuration is null ? null : configuration with { Type = configuration.Type with { HintName = hint } })
        {
            Stub = stub is null ? null : stub with { Type = stub.Type with { HintName = component is null && row is null && configuration is null ? hint : $"{hint}(Errors)" } },
            Failing = failing,
        };
    }

    // A type may have several parts that qualify, and unfinished code several types of one name; the first part speaks for
    // all, whatever the order of files.
    private static bool IsFirst(TypeDeclarationSyntax declaration, INamedTypeSymbol type, SourceMap map)
    {
        INamedTypeSymbol[] namesakes = [.. Namesakes(type)];
        return (namesakes.Length == 1 && type.DeclaringSyntaxReferences.Length == 1)
            || namesakes
                .SelectMany(namesake => namesake.DeclaringSyntaxReferences)
                .Select(reference => reference.GetSyntax())
                .OfType<TypeDeclarationSyntax>()
                .Where(part => Qualifies(part, map))
                .OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(part => part.SpanStart)
                .FirstOrDefault() == declaration;
    }

    private static IEnumerable<INamedTypeSymbol> Namesakes(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? Namesakes(outer).SelectMany(namesake => namesake.GetTypeMembers(type.Name, type.Arity))
        : type.ContainingNamespace.GetTypeMembers(type.Name, type.Arity);

    private static bool Qualifies(TypeDeclarationSyntax declaration, SourceMap map) => AttributesOf(declaration).Any(attribute => IsKnown(attribute, map));

    private static IEnumerable<AttributeSyntax> AttributesOf(TypeDeclarationSyntax type)
    {
        var lists = type.AttributeLists
            .Concat(type.Members.OfType<PropertyDeclarationSyntax>().SelectMany(property => property.AttributeLists))
            .Concat(type.ParameterList?.Parameters.SelectMany(parameter => parameter.AttributeLists) ?? []);
        return lists.SelectMany(list => list.Attributes);
    }

    private static bool IsKnown(AttributeSyntax attribute, SourceMap map)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax qualified => qualified.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is not null && (KnownNames.Found.Contains(name.Identifier.ValueText) || map.Aliases.Contains(name.Identifier.ValueText));
    }

    private sealed class Reading
    {
        public TypeModels? Models { get; set; }

        public Fingerprint Relevant { get; set; }

        public Fingerprint Version { get; set; }
    }
}
