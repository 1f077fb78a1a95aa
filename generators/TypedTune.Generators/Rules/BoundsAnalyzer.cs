using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a constant outside its bounds, at the constant: in a space, and in a configuration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BoundsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.OutsideBounds];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(RefusedArguments.Analyze, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("In" or "Uniform" or "LogUniform")
            || OnceAssigned.Resolve(call.Instance) is not IPropertyReferenceOperation { Property: var property }
            || property.FindAttribute(KnownNames.DeclaredRange) is not { ConstructorArguments: [{ Value: double min }, { Value: double max }, { Value: bool minExclusive }, { Value: bool maxExclusive }] })
        {
            return;
        }

        var bounds = new BoundsModel(min, max, minExclusive, maxExclusive, IsLog: false);
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Name != "step"))
            Check(context, property, bounds, argument.Value);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property } && BoundsParser.ToKeep(property) is { } bounds)
        {
            Check(context, property, bounds, assignment.Value);
        }
    }

    private static void Check(OperationAnalysisContext context, IPropertySymbol property, BoundsModel bounds, IOperation values)
    {
        var reported = new HashSet<IOperation>();
        foreach (var (place, constant) in Constants(values))
        {
            if (ParameterValues.Number(constant) is not { } number || bounds.Contains(number) || !reported.Add(place))
                continue;
            var fix = place == constant ? Clamping.Properties(bounds, number, constant.Type) : ImmutableDictionary<string, string?>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OutsideBounds, place.Syntax.GetLocation(), fix, property.Name, bounds.Describe(), BoundsModel.Text(number)));
        }
    }

    // Numbers stand as arguments, in the array of a params call, in a collection expression, and behind conversions. The
    // place of one that a variable brings in is where the variable is named; it can only be put right elsewhere.
    private static IEnumerable<(IOperation Place, IOperation Constant)> Constants(IOperation operation, IOperation? variable = null) => operation switch
    {
        { ConstantValue.HasValue: true } => [(variable ?? operation, operation)],
        IConversionOperation conversion => Constants(conversion.Operand, variable),
        ISpreadOperation spread => Constants(spread.Operand, variable),
        _ when ParameterValues.Elements(operation) is { } elements => elements.SelectMany(element => Constants(element, variable)),
        _ when OnceAssigned.Resolve(operation) is { } value && value != operation => Constants(value, variable ?? operation),
        _ => [],
    };
}
