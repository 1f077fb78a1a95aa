using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Holds a type's own names to those that the generator needs.</summary>
internal static class ReservedNames
{
    public static readonly string[] OfRows = ["Columns", "ReadCsv"];

    private static readonly string[] OfComponents = ["Space", "SpaceFrom", KnownNames.HyperparametersType];
    private static readonly string[] OfFlows = [KnownNames.FittedType, "Fit"];
    private static readonly string[] OfFittedSteps = ["Configuration", "FeatureNames", "FeatureImportances", "Transform", "Predict", "PredictProbabilities", KnownNames.FittedType, "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone"];
    private static readonly string[] OfParameters = ["All", "Describe", "_at", KnownNames.HyperparametersType, "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone"];
    private static readonly string[] OfOptions = ["All", "Describe", "Any", "In", "Lens", "Check", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone"];

    public static void Check(INamedTypeSymbol type, IReadOnlyList<ParameterModel> parameters, FlowModel? flow, Failures failures)
    {
        CheckType(type, flow is null ? OfComponents : [.. OfComponents, .. OfFlows], failures);
        foreach (var property in type.InstanceProperties())
        {
            bool isParameter = parameters.Any(parameter => parameter.Path == property.Name);
            bool isStep = flow?.Steps.Any(step => step.Path == property.Name) == true;
            if ((isParameter && OfParameters.Contains(property.Name)) || (isStep && OfFittedSteps.Contains(property.Name)))
                Add(failures, property, $"A property of {type.Name}", property.Name);
        }

        foreach (var parameter in parameters.Where(parameter => parameter.Kind == ParameterKind.OneOf))
            CheckOptions(type, parameter, parameters, failures);
    }

    /// <summary>Refuses a type, and members of it, that have the name of a generated member.</summary>
    public static void CheckType(INamedTypeSymbol type, string[] reserved, Failures failures)
    {
        if (reserved.Contains(type.Name))
            Add(failures, type, "A type with generated members", type.Name);
        foreach (var member in type.GetMembers().Where(member => !member.IsImplicitlyDeclared && !member.IsGenerated() && reserved.Contains(member.Name)))
            Add(failures, member, $"A member of {type.Name}", member.Name);
    }

    private static void CheckOptions(INamedTypeSymbol type, ParameterModel choice, IReadOnlyList<ParameterModel> parameters, Failures failures)
    {
        var property = type.InstanceProperties().First(candidate => candidate.Name == choice.Path);
        string options = $"{choice.Path}Options";
        foreach (var option in choice.Options.Where(option => OfOptions.Contains(option.Name) || option.Name == options))
            Add(failures, property, $"An option of {choice.Path}", option.Name);
        if (parameters.Any(parameter => parameter.Path == options))
            failures.Add(Descriptors.SameGeneratedName, property, $"{type.Name}.{choice.Path}", $"{type.Name}.{options}", options);
    }

    private static void Add(Failures failures, ISymbol symbol, string what, string name) => failures.Add(Descriptors.ReservedName, symbol, what, name);
}
