using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Reports what a space refuses whatever the hyperparameter declares: a list without values, a step, a count, a deviation, the low end of a log scale.</summary>
internal static class RefusedArguments
{
    private static readonly BoundsModel AboveZero = new(0, double.PositiveInfinity, MinExclusive: true, MaxExclusive: false, IsLog: false);
    private static readonly BoundsModel AtLeastOne = new(1, double.PositiveInfinity, MinExclusive: false, MaxExclusive: false, IsLog: false);

    public static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("In" or "Uniform" or "LogUniform" or "Normal" or "LogNormal" or "Steps")
            || !(SpacePath.IsParameter(call.Instance?.Type) || call.Instance?.Type.IsNamed(KnownNames.ParameterRange) == true))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name == "values" && ParameterValues.IsEmpty(argument.Value))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.OutsideBounds, argument.Value.Syntax.GetLocation(), "The number of values", AtLeastOne.Describe(), "0"));
            if (Rule(call.TargetMethod.Name, argument) is not var (what, bounds) || ParameterValues.Number(argument.Value) is not { } number || bounds.Contains(number) || IsOutsideDeclared(call, number))
                continue;
            var fix = argument.Value.ConstantValue.HasValue ? Clamping.Properties(bounds, number, argument.Value.Type) : ImmutableDictionary<string, string?>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OutsideBounds, argument.Value.Syntax.GetLocation(), fix, what, bounds.Describe(), BoundsModel.Text(number)));
        }
    }

    private static (string What, BoundsModel Bounds)? Rule(string method, IArgumentOperation argument)
    {
        bool isReal = argument.Parameter?.Type.SpecialType == SpecialType.System_Double;
        return argument.Parameter?.Name switch
        {
            "step" => ("The step", isReal ? AboveZero : AtLeastOne),
            "count" when method == "Steps" => ("The number of steps", AtLeastOne),
            "standardDeviation" or "logStandardDeviation" => ("The standard deviation", AboveZero),
            "low" when method == "LogUniform" => ("The low end of a log scale", isReal ? AboveZero : AtLeastOne),
            _ => null,
        };
    }

    // What the declaration refuses as well has been reported in its terms.
    private static bool IsOutsideDeclared(IInvocationOperation call, double number) =>
        call.TargetMethod.Name == "LogUniform"
        && OnceAssigned.Resolve(call.Instance) is IPropertyReferenceOperation { Property: var property }
        && property.FindAttribute(KnownNames.DeclaredRange) is { ConstructorArguments: [{ Value: double min }, { Value: double max }, { Value: bool minExclusive }, { Value: bool maxExclusive }] }
        && !new BoundsModel(min, max, minExclusive, maxExclusive, IsLog: false).Contains(number);
}
