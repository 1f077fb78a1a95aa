using Microsoft.CodeAnalysis;

namespace TypedTune.Architecture.Tests;

/// <summary>How the types and factories of a project are called.</summary>
internal static class TypeNames
{
    /// <summary>Names that public types of several namespaces or containing types have. Types that differ in the number of type arguments alone are one.</summary>
    public static IEnumerable<string> FindShared(params IEnumerable<SourceProject> projects) => projects
        .SelectMany(project => project.Types)
        .Where(type => type.DeclaredAccessibility == Accessibility.Public)
        .GroupBy(type => type.Name, type => type.ContainingSymbol.ToDisplayString())
        .Where(group => group.Distinct().Count() > 1)
        .Select(group => $"{group.Key} ({string.Join(", ", group.Distinct())})")
        .Order(StringComparer.Ordinal);

    /// <summary>Types whose last word is one of those given.</summary>
    public static IEnumerable<string> FindEnding(SourceProject project, IReadOnlyList<string> words) => project.Types
        .Select(type => type.Name)
        .Where(name => words.Any(word => name.EndsWith(word, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    /// <summary>Static methods of a name, as <c>Seed.Of</c>, an overload each.</summary>
    public static IEnumerable<string> FindStatic(SourceProject project, string name) => project.Types
        .SelectMany(type => type.GetMembers(name).OfType<IMethodSymbol>())
        .Where(method => method is { IsStatic: true, MethodKind: MethodKind.Ordinary } && project.IsWritten(method))
        .Select(method => $"{method.ContainingType.Name}.{name}");
}
