using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>Finds out whether what is fitted of a pipeline or column transformer can be saved: whether all of its parts can.</summary>
internal static class PersistenceParser
{
    /// <summary>Why a fitted pipeline cannot be saved, and what to do; null where it can.</summary>
    /// <param name="flow">The pipeline or column transformer.</param>
    public static string? WhyNot(INamedTypeSymbol flow) => WhyNot(flow, []);

    private static string? WhyNot(INamedTypeSymbol flow, ImmutableStack<ITypeSymbol> inside)
    {
        if (!TypeParser.CanBeDefault(flow))
            return $"{flow.Name} has no parameterless constructor, or has required members, so that nothing is there to start from when it is loaded";
        return FlowParser.StepProperties(flow).Select(step => WhyNot(step, inside.Push(flow))).FirstOrDefault(problem => problem is not null);
    }

    private static string? WhyNot(IPropertySymbol step, ImmutableStack<ITypeSymbol> inside)
    {
        string name = $"{step.ContainingType.Name}.{step.Name}";
        if (SignatureParser.Parse(step.Type) is not { IsOpen: true })
            return WhyNot(step.Type, name, inside);
        return step.FindOneOf() is { AttributeClass.TypeArguments: var options }
            ? options.Select(option => WhyNot(option, name, inside)).FirstOrDefault(problem => problem is not null)
            : $"which {step.Type.Shown()} {name} is cannot be told when it is loaded; name its options with [OneOf]";
    }

    private static string? WhyNot(ITypeSymbol step, string name, ImmutableStack<ITypeSymbol> inside)
    {
        if (step is INamedTypeSymbol flow && ComponentParser.IsFlow(flow) && flow.Locations.Any(location => location.IsInSource))
            return SignatureParser.IsInsideItself(flow, inside) ? null : WhyNot(flow, inside);
        var fitted = SignatureParser.FittedOf(step);
        return fitted is not null && SignatureParser.Interfaces(fitted).Any(candidate => candidate.IsNamed(KnownNames.PersistentModel) && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], fitted))
            ? null
            : $"the fitted {name} is a {fitted?.Shown() ?? "type that is not known"}; let it implement IPersistentModel<{fitted?.Name ?? "…"}>";
    }
}
