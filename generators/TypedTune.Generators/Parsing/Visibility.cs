using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>From where symbols can be seen: a generated member must not be seen where its type is not.</summary>
internal static class Visibility
{
    /// <summary>The widest accessibility that a member of a type's space may have for a type to be in its signature; null if none will do.</summary>
    /// <param name="inSignature">The type in the signature.</param>
    /// <param name="owner">The type whose space it is.</param>
    /// <param name="declared">The accessibility of the property that the member stands for.</param>
    public static string? Widest(ITypeSymbol inSignature, INamedTypeSymbol owner, Accessibility declared) =>
        declared == Accessibility.Public && Covers(inSignature, owner, isInternal: false) ? "public"
        : Covers(inSignature, owner, isInternal: true) ? "internal"
        : null;

    /// <summary>Whether code inside a type can read and set a property that the type has from a base.</summary>
    public static bool IsSeenFrom(this IPropertySymbol property, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(property.ContainingType, type)
        || new ISymbol?[] { property, property.GetMethod, property.Setter() }.All(symbol => symbol is null || symbol.DeclaredAccessibility switch
        {
            Accessibility.Private => false,
            Accessibility.Internal or Accessibility.ProtectedAndInternal => IsShared(symbol, type),
            _ => true,
        });

    /// <summary>Whether a type is another assembly's own.</summary>
    public static bool IsForeign(this ITypeSymbol type, INamedTypeSymbol owner) =>
        type is INamedTypeSymbol named && Levels(named).Any(level => level.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable) && !IsShared(level, owner));

    /// <summary>A type parameter in a type that has another meaning inside the owner, where the type can then not be named in full; null if there is none.</summary>
    public static ITypeParameterSymbol? HiddenParameter(ITypeSymbol type, INamedTypeSymbol owner) => type switch
    {
        ITypeParameterSymbol parameter => Levels(owner).SelectMany(level => level.TypeParameters).FirstOrDefault(known => known.Name == parameter.Name) is { } seen
            && !SymbolEqualityComparer.Default.Equals(seen, parameter) ? parameter : null,
        IArrayTypeSymbol array => HiddenParameter(array.ElementType, owner),
        INamedTypeSymbol named => Levels(named).SelectMany(level => level.TypeArguments).Select(argument => HiddenParameter(argument, owner)).FirstOrDefault(hidden => hidden is not null),
        _ => null,
    };

    private static bool IsShared(ISymbol symbol, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, type.ContainingAssembly) || symbol.ContainingAssembly.GivesAccessTo(type.ContainingAssembly);

    private static bool Covers(ITypeSymbol inSignature, INamedTypeSymbol owner, bool isInternal) => inSignature switch
    {
        IArrayTypeSymbol array => Covers(array.ElementType, owner, isInternal),
        INamedTypeSymbol named => Levels(named).All(level => !level.IsFileLocal && IsCovered(level, owner, isInternal) && level.TypeArguments.All(argument => Covers(argument, owner, isInternal))),
        _ => true,
    };

    // A type that is hidden inside another one is seen wherever its owner is, if the owner is hidden there as well.
    private static bool IsCovered(INamedTypeSymbol level, INamedTypeSymbol owner, bool isInternal) => level.DeclaredAccessibility switch
    {
        // A type that does not exist is the compiler's to report.
        Accessibility.Public or Accessibility.NotApplicable => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => isInternal || Levels(owner).Any(IsHiddenOutsideTheAssembly),
        var hidden => Levels(owner).Any(outer => outer.ContainingType is { } container
            && Levels(container).Contains(level.ContainingType, SymbolEqualityComparer.Default)
            && (outer.DeclaredAccessibility == Accessibility.Private || outer.DeclaredAccessibility == hidden)),
    };

    private static bool IsHiddenOutsideTheAssembly(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal;

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
            yield return current;
    }
}
