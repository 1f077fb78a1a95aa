using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules.Grids;

/// <summary>Where in a configuration an expression such as <c>p.Model.Ridge.Alpha</c> leads.</summary>
/// <param name="Path">The members, options left out.</param>
/// <param name="Options">The options that are taken on the way.</param>
/// <param name="View">The member by which one kind of a value is offered, as <c>Count</c> of <c>MaxFeatures.Count</c>; empty for the value itself.</param>
internal sealed record SpacePath(string Path, IReadOnlyList<(string Path, string Option)> Options, string View)
{
    public static SpacePath Root => new("", [], "");

    /// <summary>Reads an expression whose type is a part of a space or a parameter; null if it leads through anything but members.</summary>
    public static SpacePath? Read(IOperation? operation) => OnceAssigned.Resolve(operation) switch
    {
        IPropertyReferenceOperation { Instance: { } instance, Property: var property } when IsPart(instance.Type) => Read(instance)?.Then(property, instance.Type!),
        { Type: { } type } when type.Name == KnownNames.HyperparametersType => Root,
        _ => null,
    };

    public static bool IsParameter(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsNamed(KnownNames.Parameter))
                return true;
        }

        return false;
    }

    private static bool IsPart(ITypeSymbol? type) => type?.Name == KnownNames.HyperparametersType || IsParameter(type);

    private SpacePath? Then(IPropertySymbol property, ITypeSymbol container)
    {
        if (View.Length > 0)
            return null;
        if (container.Name == KnownNames.HyperparametersType)
            return this with { Path = Path.Length == 0 ? property.Name : $"{Path}.{property.Name}" };
        return property.Type.Name == KnownNames.HyperparametersType
            ? this with { Options = [.. Options, (Path, property.Name)] }
            : this with { View = property.Name };
    }
}
