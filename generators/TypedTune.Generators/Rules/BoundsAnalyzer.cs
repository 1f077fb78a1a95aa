using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a constant outside the declared bounds, at the constant: in a space, and in a configuration.</summary>
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
        {
            foreach (var constant in Constants(argument.Value))
                Check(context, property, bounds, constant);
        }
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property }
            || !assignment.Value.ConstantValue.HasValue
            || BoundsParser.ToKeep(property) is not { } bounds)
        {
            return;
        }

        foreach (var constant in Constants(assignment.Value))
            Check(context, property, bounds, constant);
    }

    private static void Check(OperationAnalysisContext context, IPropertySymbol property, BoundsModel bounds, IOperation constant)
    {
        double number = Convert.ToDouble(constant.ConstantValue.Value, CultureInfo.InvariantCulture);
        if (!bounds.Contains(number))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OutsideBounds, constant.Syntax.GetLocation(), Clamping.Properties(bounds, number, constant.Type), property.Name, bounds.Describe(), BoundsModel.Text(number)));
    }

    // Numbers stand as arguments, in the array of a params call, in a collection expression, and behind conversions.
    private static IEnumerable<IOperation> Constants(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: IConvertible and not string and not bool and not char })
            return [operation];
        return operation is IConversionOperation or ICollectionExpressionOperation or IArrayCreationOperation or IArrayInitializerOperation
            ? operation.ChildOperations.Where(child => operation is not IArrayCreationOperation || child is IArrayInitializerOperation).SelectMany(Constants)
            : [];
    }
}
