using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads a tunable type: its hyperparameters, and its steps if it is a pipeline or a column transformer.</summary>
internal static class ComponentParser
{
    /// <summary>Whether a type gets a space generated, or has one.</summary>
    public static bool IsTunable(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return false;
        if (!named.Locations.Any(location => location.IsInSource))
            return named.GetTypeMembers(KnownNames.HyperparametersType, 1).Length > 0;
        return HasSpace(named);
    }

    /// <summary>Whether a type declares a hyperparameter itself, or is a pipeline or column transformer; one that only inherits some has its base's space.</summary>
    public static bool HasSpace(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && (IsFlow(type) || type.GetMembers().OfType<IPropertySymbol>().Any(SymbolExtensions.SaysThatItIsTuned));

    public static bool IsFlow(ITypeSymbol type) =>
        type.FindAttribute(KnownNames.Pipeline) is not null || type.FindAttribute(KnownNames.ColumnTransformer) is not null;

    public static ParseResult<ComponentModel> Parse(INamedTypeSymbol type)
    {
        var failures = new Failures();
        if (type.IsStatic)
            failures.Add(Descriptors.NotTunable, type, type.Name, "a configuration", "a static class has no instances; take 'static' away");
        var model = TypeParser.Parse(type, failures);
        var parameters = ParametersOf(type, failures);
        var flow = IsFlow(type) && !type.IsStatic ? FlowParser.Parse(type, failures) : null;
        ReservedNames.Check(type, parameters, flow, failures);
        return failures.Result(() => new ComponentModel(model, new EquatableArray<ParameterModel>(parameters), ComparedProperties(type), ConfigurationParser.Parse(type, model), flow));
    }

    /// <summary>The properties of a component that its space has members for; those that it cannot reach in its base are its base's alone.</summary>
    public static IEnumerable<IPropertySymbol> Tuned(INamedTypeSymbol type)
    {
        bool hasSteps = false;
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
            hasSteps |= IsFlow(current);
        return type.InstanceProperties().Where(property => property.IsSeenFrom(type)
            && (property.IsTuned() || (hasSteps && property.Setter() is not null && IsTunable(property.Type))));
    }

    private static List<ParameterModel> ParametersOf(INamedTypeSymbol type, Failures failures)
    {
        var coverage = new CoverageParser();
        foreach (var property in type.InstanceProperties())
        {
            if ((property.IsTuned() || (IsFlow(type) && FlowParser.IsStep(property))) && Visibility.HiddenParameter(property.Type, type) is { } hidden)
                failures.Add(Descriptors.NotTunable, property, $"{type.Name}.{property.Name}", Descriptors.AHyperparameter, $"its type needs the {hidden.Name} of {hidden.ContainingSymbol.Name}, which another {hidden.Name} hides in {type.Name}; rename one");
        }

        return [.. Tuned(type).Select(property => ParameterParser.Parse(type, property, failures, coverage)).OfType<ParameterModel>()];
    }

    // A class gets value equality over its own settable state, unless it says itself what equality is.
    private static EquatableArray<string> ComparedProperties(INamedTypeSymbol type)
    {
        bool bringsItsOwn = type.IsRecord
            || type.TypeKind != TypeKind.Class
            || type.GetMembers("Equals").OfType<IMethodSymbol>().Any(method => method.IsOverride)
            || type.GetMembers("GetHashCode").OfType<IMethodSymbol>().Any(method => method.IsOverride);
        return bringsItsOwn
            ? default
            : new EquatableArray<string>(type.InstanceProperties()
                .Where(property => property is { GetMethod: not null, SetMethod: not null } && property.IsSeenFrom(type))
                .Select(property => property.Name.Escaped()));
    }
}
