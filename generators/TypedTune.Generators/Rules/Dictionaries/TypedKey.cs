using Microsoft.CodeAnalysis;
using TypedTune.Generators.Parsing;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules.Dictionaries;

/// <summary>What a key such as <c>random_forest__max_features</c> is in a typed space.</summary>
/// <param name="Members">The members that lead to the hyperparameter, as far as they were found.</param>
/// <param name="Value">The type of its values; null where the key was not found.</param>
/// <param name="Missing">The part of the key that is no member.</param>
/// <param name="Nearest">The member that is meant, perhaps.</param>
internal sealed record TypedKey(string Members, ITypeSymbol? Value, string? Missing, string? Nearest)
{
    private static readonly string[] Separator = ["__"];

    public static TypedKey Resolve(string key, ITypeSymbol space)
    {
        var members = new List<string>();
        var part = space;
        foreach (string name in key.Split(Separator, StringSplitOptions.None))
        {
            var properties = part.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }).ToArray();
            if (SimilarNames.Match(name, properties.Select(property => property.Name)) is not { } match)
                return new TypedKey(string.Join(".", members), null, name, SimilarNames.Nearest(name, properties.Select(property => property.Name)));
            members.Add(match.Escaped());
            part = properties.First(property => property.Name == match).Type;
        }

        return new TypedKey(string.Join(".", members), ValueOf(part), null, null);
    }

    private static ITypeSymbol? ValueOf(ITypeSymbol type)
    {
        // The most derived parameter class of a nullable number takes the number; its In takes null as well.
        if (type is INamedTypeSymbol named && SpacePath.IsParameter(type))
        {
            foreach (var method in named.GetMembers("In").OfType<IMethodSymbol>().Where(method => method.Parameters.Length == 1 && method.Parameters[0].IsParams))
                return ((INamedTypeSymbol)method.Parameters[0].Type).TypeArguments[0];
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsNamed(KnownNames.Parameter))
                return ((INamedTypeSymbol)current).TypeArguments[1];
        }

        return null;
    }
}
