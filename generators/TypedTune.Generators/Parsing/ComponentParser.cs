using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;
using TypedTune.Generators.Rules;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads a tunable type: its hyperparameters, and its steps if it is a pipeline or a column transformer.</summary>
internal static class ComponentParser
{
    private static readonly string[] ReservedOfComponents = ["Space", "SpaceFrom", KnownNames.HyperparametersType];
    private static readonly string[] ReservedOfFlows = [KnownNames.FittedType, "Fit", "Configuration", "FeatureNames", "FeatureImportances", "Transform", "Predict"];
    private static readonly string[] ReservedOfParameters = ["All", "At", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone"];

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
        IsFlow(type) || type.GetMembers().OfType<IPropertySymbol>().Any(SymbolExtensions.IsTuned);

    public static bool IsFlow(ITypeSymbol type) =>
        type.FindAttribute(KnownNames.Pipeline) is not null || type.FindAttribute(KnownNames.ColumnTransformer) is not null;

    /// <summary>What a tunable type's <c>All()</c> makes.</summary>
    public static Coverage CoverageOf(ITypeSymbol type, int depth = 0) =>
        type is INamedTypeSymbol named && depth < 16 && IsTunable(named)
            ? Total(ParametersOf(named, new Failures(), depth + 1).Select(parameter => parameter.Coverage))
            : Coverage.None;

    public static Coverage Total(IEnumerable<Coverage> parts)
    {
        var total = Coverage.None;
        foreach (var part in parts)
            total = part > total ? part : total;
        return total;
    }

    public static ParseResult<ComponentModel> Parse(INamedTypeSymbol type)
    {
        var failures = new Failures();
        var model = TypeParser.Parse(type, failures);
        var parameters = ParametersOf(type, failures, depth: 0);
        var flow = IsFlow(type) ? FlowParser.Parse(type, failures) : null;
        CheckNames(type, parameters, flow, failures);
        return failures.Result(() => new ComponentModel(model, new EquatableArray<ParameterModel>(parameters), ComparedProperties(type), flow));
    }

    private static List<ParameterModel> ParametersOf(INamedTypeSymbol type, Failures failures, int depth)
    {
        bool isFlow = IsFlow(type);
        var parameters = new List<ParameterModel>();
        foreach (var property in type.InstanceProperties())
        {
            if ((property.IsTuned() || (isFlow && IsTunable(property.Type))) && ParameterParser.Parse(property, failures, depth) is { } parameter)
                parameters.Add(parameter);
        }

        return parameters;
    }

    private static void CheckNames(INamedTypeSymbol type, List<ParameterModel> parameters, FlowModel? flow, Failures failures)
    {
        foreach (var property in type.InstanceProperties().Where(property => SymbolEqualityComparer.Default.Equals(property.ContainingType, type)))
        {
            bool isReserved = ReservedOfComponents.Contains(property.Name)
                || (flow is not null && ReservedOfFlows.Contains(property.Name))
                || (ReservedOfParameters.Contains(property.Name) && parameters.Any(parameter => parameter.Path == property.Name));
            if (isReserved)
                failures.Add(Descriptors.ReservedName, property, $"A property of {type.Name}", property.Name);
        }
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
                .Where(property => property is { GetMethod: not null, SetMethod: not null })
                .Select(property => property.Name.Escaped()));
    }
}
