using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Tests.Robustness;

/// <summary>The types of a project that ask for something to be generated. Found by attributes alone, without the generator's parsers.</summary>
internal static class Annotated
{
    public static IEnumerable<INamedTypeSymbol> TypesIn(Compilation compilation) =>
        Types(compilation.Assembly.GlobalNamespace).Where(type => IsSpace(type) || IsFlow(type) || IsRow(type));

    /// <summary>Whether what the type asks for is there.</summary>
    public static bool IsExtended(INamedTypeSymbol type) =>
        (!IsSpace(type) || (type.GetTypeMembers("Hyperparameters", 1).Length == 1 && type.GetMembers("SpaceFrom").Length == 1))
        && (!IsFlow(type) || (type.GetTypeMembers("Hyperparameters", 1).Length == 1 && type.GetTypeMembers("Fitted", 0).Length == 1 && type.GetMembers("Fit").Length > 0))
        && (!IsRow(type) || (type.GetTypeMembers("Columns", 0).Length == 1 && type.GetMembers("ReadCsv").Length == 1));

    private static bool IsSpace(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Struct
        && type.GetMembers().OfType<IPropertySymbol>().Any(property => property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 } && (Has(property, "Hyperparameter") || Has(property, "OneOf")));

    private static bool IsFlow(INamedTypeSymbol type) => Has(type, "Pipeline") || Has(type, "ColumnTransformer");

    private static bool IsRow(INamedTypeSymbol type) => Has(type, "Row");

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(candidate =>
        candidate.AttributeClass is { ContainingNamespace: { } space } type && type.Name == attribute + "Attribute" && space.ToDisplayString() is "TypedTune" or "TypedTune.Learning");

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamedTypeSymbol type => Types(type).Prepend(type),
        INamespaceSymbol space => Types(space),
        _ => [],
    });
}
