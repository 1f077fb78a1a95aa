using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a constant in a space that lies outside the declared bounds, at the constant.</summary>
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
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("In" or "Uniform" or "LogUniform")
            || call.Instance is not IPropertyReferenceOperation { Property: var property }
            || property.FindAttribute(KnownNames.DeclaredRange) is not { ConstructorArguments: [{ Value: double min }, { Value: double max }, { Value: bool minExclusive }, { Value: bool maxExclusive }] })
        {
            return;
        }

        foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Name != "step"))
        {
            foreach (var (number, location) in Constants(argument.Value))
            {
                bool isLegal = (minExclusive ? number > min : number >= min) && (maxExclusive ? number < max : number <= max);
                if (!isLegal)
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.OutsideBounds, location, property.Name, Describe(min, max, minExclusive, maxExclusive), Text(number)));
            }
        }
    }

    // Numbers stand as arguments, in the array of a params call, in a collection expression, and behind conversions.
    private static IEnumerable<(double Number, Location Location)> Constants(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: IConvertible and not string and not bool and not char } constant)
            return [(Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture), operation.Syntax.GetLocation())];
        return operation is IConversionOperation or ICollectionExpressionOperation or IArrayCreationOperation or IArrayInitializerOperation
            ? operation.ChildOperations.Where(child => operation is not IArrayCreationOperation || child is IArrayInitializerOperation).SelectMany(Constants)
            : [];
    }

    private static string Describe(double min, double max, bool minExclusive, bool maxExclusive)
    {
        string? low = double.IsInfinity(min) ? null : (minExclusive ? "above " : "at least ") + Text(min);
        string? high = double.IsInfinity(max) ? null : (maxExclusive ? "below " : "at most ") + Text(max);
        return low is null ? high! : high is null ? low : $"{low} and {high}";
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
