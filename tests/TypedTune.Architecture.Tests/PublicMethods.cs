using Microsoft.CodeAnalysis;

namespace TypedTune.Architecture.Tests;

/// <summary>The public methods and constructors of a project, as they are written; generated ones, operators and overrides are left out.</summary>
internal static class PublicMethods
{
    private const int MaxParameters = 5;
    private const int MaxOverloads = 3;

    /// <summary>Methods that are too long or have too many overloads.</summary>
    /// <returns>The method, as <c>Table.Split</c>, or the type of a constructor, with what is too much of it; sorted.</returns>
    public static IEnumerable<(string Member, string Problem)> FindOffenders(SourceProject project)
    {
        var groups = project.Types.Where(IsPublic)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => IsCounted(method) && project.IsWritten(method))
            .GroupBy(NameOf)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            int most = group.Max(CountParameters);
            if (most > MaxParameters)
                yield return (group.Key, $"{group.Key} has {most} parameters; {MaxParameters} are allowed. Take an options object.");
            if (group.Count() > MaxOverloads)
                yield return (group.Key, $"{group.Key} has {group.Count()} overloads; {MaxOverloads} are allowed. Take an options object, or leave some out.");
        }
    }

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));

    private static bool IsCounted(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false, IsOverride: false, MethodKind: MethodKind.Ordinary or MethodKind.Constructor };

    private static string NameOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : $"{method.ContainingType.Name}.{method.Name}";

    // What is extended stands before the dot, and how a run is watched and cancelled is no part of the question.
    private static int CountParameters(IMethodSymbol method) =>
        method.Parameters.Skip(method.IsExtensionMethod ? 1 : 0).Count(parameter => parameter.Type.Name is not ("CancellationToken" or "IProgress"));
}
