using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTune.Generators.Parsing;

/// <summary>Questions about symbols that several parsers ask.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat FullFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat NamespaceFormat = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

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

    /// <summary>The attribute of a symbol, or the one that an overriding property inherits.</summary>
    public static AttributeData? FindAttribute(this ISymbol symbol, string name) =>
        symbol.FindAttribute(attribute => attribute.AttributeClass.IsNamed(name));

    public static AttributeData? FindOneOf(this ISymbol symbol) => symbol.FindAttribute(IsOneOf);

    public static bool IsOneOf(this AttributeData attribute) =>
        attribute.AttributeClass is { Arity: >= KnownNames.SmallestOneOf } type && type.IsNamed($"{KnownNames.OneOf}`{type.Arity}");

    public static bool IsTuned(this IPropertySymbol property) =>
        property.FindAttribute(KnownNames.Hyperparameter) is not null || property.FindOneOf() is not null;

    /// <summary>Whether the property says itself, and not one that it overrides, that it is tuned.</summary>
    public static bool SaysThatItIsTuned(this IPropertySymbol property) =>
        property.IsPart() && property.GetAttributes().Any(attribute => attribute.AttributeClass.IsNamed(KnownNames.Hyperparameter) || IsOneOf(attribute));

    /// <summary>Whether a property can be part of a configuration's value.</summary>
    public static bool IsPart(this IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 } && !property.IsRefused();

    /// <summary>Whether every use of a symbol is an error.</summary>
    public static bool IsRefused(this ISymbol symbol) =>
        symbol.FindAttribute("System.ObsoleteAttribute") is { ConstructorArguments: [_, { Value: true }] };

    /// <summary>What the symbol's [Obsolete] says; null where it has none.</summary>
    public static string? ObsoleteMessage(this ISymbol symbol) =>
        symbol.FindAttribute("System.ObsoleteAttribute") is { } attribute ? attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "" : null;

    /// <summary>The accessor that sets a property, which an overriding one may leave to its base.</summary>
    public static IMethodSymbol? Setter(this IPropertySymbol property)
    {
        var current = property;
        while (current is { SetMethod: null, OverriddenProperty: { } overridden })
            current = overridden;
        return current.SetMethod;
    }

    /// <summary>Whether <c>with</c> copies a type, so that 'init' is enough.</summary>
    public static bool CopiesByWith(this ITypeSymbol type) => type.IsRecord || type.TypeKind == TypeKind.Struct;

    /// <summary>A type as its user writes it.</summary>
    public static string Shown(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static AttributeData? FindAttribute(this ISymbol symbol, Func<AttributeData, bool> isWanted)
    {
        for (ISymbol? current = symbol; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (current.GetAttributes().FirstOrDefault(isWanted) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>A type's name in metadata, by which a compilation finds it.</summary>
    public static string MetadataFullName(this INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{outer.MetadataFullName()}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : $"{type.ContainingNamespace.ToDisplayString(NamespaceFormat)}.{type.MetadataName}";

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

    /// <summary>The instance properties of a type in the order of declaration, those of its bases first; an overriding one in its base's place.</summary>
    public static IReadOnlyList<IPropertySymbol> InstanceProperties(this ITypeSymbol type)
    {
        var chain = new List<ITypeSymbol>();
        for (ITypeSymbol? current = type; current is not null and not { SpecialType: SpecialType.System_Object }; current = current.BaseType)
            chain.Insert(0, current);
        var properties = new List<IPropertySymbol>();
        foreach (var property in chain.SelectMany(DeclaredProperties))
        {
            if (!property.IsPart() || property.IsImplicitlyDeclared || property.Name == "EqualityContract")
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

    /// <summary>Whether the generator itself wrote a member, as analyzers see it.</summary>
    public static bool IsGenerated(this ISymbol symbol) =>
        symbol.Locations.FirstOrDefault()?.SourceTree?.FilePath is { } path && path.IndexOf(KnownNames.Generator, StringComparison.Ordinal) >= 0;
}
