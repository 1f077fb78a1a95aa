using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;
using TypedTune.Generators.Rules;

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
        && (IsFlow(type) || type.GetMembers().OfType<IPropertySymbol>().Any(property => property.IsPart() && property.IsTuned()));

    public static bool IsFlow(ITypeSymbol type) =>
        type.FindAttribute(KnownNames.Pipeline) is not null || type.FindAttribute(KnownNames.ColumnTransformer) is not null;

    public static ParseResult<ComponentModel> Parse(INamedTypeSymbol type)
    {
        var failures = new Failures();
        var model = TypeParser.Parse(type, failures);
        if (type.IsRefLikeType)
            failures.Add(Descriptors.NotTunable, type, type.Name, "a ref struct cannot be kept in a configuration");
        var parameters = ParametersOf(type, failures);
        var flow = IsFlow(type) ? FlowParser.Parse(type, failures) : null;
        ReservedNames.Check(type, parameters, flow, failures);
        return failures.Result(() => new ComponentModel(model, new EquatableArray<ParameterModel>(parameters), ComparedProperties(type), flow));
    }

    /// <summary>The properties of a component that its space has members for.</summary>
    public static IEnumerable<IPropertySymbol> Tuned(INamedTypeSymbol type)
    {
        bool isFlow = IsFlow(type);
        return type.InstanceProperties()
            .Where(property => property.IsTuned() || (isFlow && IsTunable(property.Type)))
            .Where(property => property.SetMethod?.IsUsableIn(type) != false);
    }

    private static List<ParameterModel> ParametersOf(INamedTypeSymbol type, Failures failures)
    {
        var coverage = new CoverageParser();
        return [.. Tuned(type).Select(property => ParameterParser.Parse(property, failures, coverage)).OfType<ParameterModel>()];
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
                .Where(property => property is { GetMethod: not null, SetMethod: not null } && !property.IsForbidden())
                .Select(property => property.Name.Escaped()));
    }
}
