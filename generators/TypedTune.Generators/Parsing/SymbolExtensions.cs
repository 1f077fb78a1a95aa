using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.Generators.Parsing;

/// <summary>Questions about symbols that several parsers ask.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat FullFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Whether a type is the one of this metadata name, as <c>Namespace.Name`1</c>, whatever its type arguments.</summary>
    public static bool IsNamed(this ITypeSymbol? type, string name)
    {
        if (type?.OriginalDefinition is not INamedTypeSymbol { ContainingType: null } definition)
            return false;
        int dot = name.LastIndexOf('.');
        return name.Length == dot + 1 + definition.MetadataName.Length
            && name.EndsWith(definition.MetadataName, StringComparison.Ordinal)
            && definition.ContainingNamespace.ToDisplayString() == name.Substring(0, dot);
    }

    public static AttributeData? FindAttribute(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.IsNamed(name));

    public static AttributeData? FindOneOf(this ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { Arity: >= KnownNames.SmallestOneOf } type
            && type.IsNamed($"{KnownNames.OneOf}`{type.Arity}"));

    public static bool IsTuned(this IPropertySymbol property) =>
        property.FindAttribute(KnownNames.Hyperparameter) is not null || property.FindOneOf() is not null;

    /// <summary>Whether a property is a part of an object that is had by its name alone.</summary>
    public static bool IsPart(this IPropertySymbol property) => !property.IsStatic && !property.IsIndexer && property.ExplicitInterfaceImplementations.Length == 0;

    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(FullFormat);

    /// <summary>A name as it is written in source: a keyword behind an @.</summary>
    public static string Escaped(this string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Whether code inside a type can use a member of it or of its bases.</summary>
    public static bool IsUsableIn(this ISymbol member, ITypeSymbol type) => member.DeclaredAccessibility switch
    {
        Accessibility.Private => SymbolEqualityComparer.Default.Equals(member.ContainingType.OriginalDefinition, type.OriginalDefinition)
            || (type.ContainingType is { } outer && member.IsUsableIn(outer)),
        Accessibility.Internal or Accessibility.ProtectedAndInternal => member.ContainingAssembly.GivesAccessTo(type.ContainingAssembly)
            || SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly),
        _ => true,
    };

    /// <summary>Whether using a member is an error.</summary>
    public static bool IsForbidden(this ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass.IsNamed("System.ObsoleteAttribute") && attribute.ConstructorArguments is [_, { Value: true }]);

    /// <summary>The instance properties of a type in the order of declaration, those of its bases that it can use first; an overriding one in its base's place.</summary>
    public static IReadOnlyList<IPropertySymbol> InstanceProperties(this ITypeSymbol type)
    {
        var chain = new List<ITypeSymbol>();
        for (ITypeSymbol? current = type; current is not null and not { SpecialType: SpecialType.System_Object }; current = current.BaseType)
            chain.Insert(0, current);
        var properties = new List<IPropertySymbol>();
        foreach (var property in chain.SelectMany(DeclaredProperties))
        {
            if (!property.IsPart() || property.IsImplicitlyDeclared || property.Name == "EqualityContract" || !property.IsUsableIn(type))
                continue;
            int hidden = properties.FindIndex(known => known.Name == property.Name);
            if (hidden >= 0)
                properties[hidden] = property;
            else
                properties.Add(property);
        }

        return properties;
    }

    // Parts in several files come in the order of the files' names, as that of a compilation may change.
    private static IEnumerable<IPropertySymbol> DeclaredProperties(ITypeSymbol type)
    {
        var properties = type.GetMembers().OfType<IPropertySymbol>();
        return type.DeclaringSyntaxReferences.Length < 2
            ? properties
            : properties
                .OrderBy(property => property.Locations.FirstOrDefault()?.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(property => property.Locations.FirstOrDefault()?.SourceSpan.Start);
    }

    /// <summary>The inner XML of a symbol's summary, on one line; empty where there is none.</summary>
    public static string Summary(this ISymbol symbol)
    {
        string xml = symbol.GetDocumentationCommentXml() ?? "";
        int start = xml.IndexOf("<summary>", StringComparison.Ordinal);
        int end = xml.IndexOf("</summary>", StringComparison.Ordinal);
        return start < 0 || end < start
            ? ""
            : string.Join(" ", xml.Substring(start + 9, end - start - 9).Split(['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether the generator itself wrote a member, as analyzers see it.</summary>
    public static bool IsGenerated(this ISymbol symbol) =>
        symbol.Locations.FirstOrDefault()?.SourceTree?.FilePath is { } path && path.IndexOf(typeof(SpaceGenerator).FullName, StringComparison.Ordinal) >= 0;

    /// <summary>The value that a property starts with, as written; empty where it is not shown, or too long to show.</summary>
    public static string DefaultText(this IPropertySymbol property)
    {
        const int Longest = 60;
        var value = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax { Initializer.Value: { } initial } => initial,
            ParameterSyntax { Default.Value: { } initial } => initial,
            _ => null,
        };
        string text = value is null or ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } ? "" : value.ToString();
        return text.Length > Longest || text.IndexOf('\n') >= 0 ? "" : text;
    }

    public static string? Cref(this IPropertySymbol property) =>
        property.ContainingType.FullName() is var type && type.IndexOf('<') < 0 ? $"{type}.{property.Name.Escaped()}" : null;

    public static string AccessibilityText(this ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public ? "public" : "internal";
}
