using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Model;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a range whose low end is above its high end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RangeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LowAboveHigh];

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
        if (call.TargetMethod.Name is "Uniform" or "LogUniform"
            && SpacePath.IsParameter(call.Instance?.Type)
            && ParameterValues.Number(call, "low") is { } low
            && ParameterValues.Number(call, "high") is { } high
            && low > high)
        {
            var place = call.Arguments.First(argument => argument.Parameter?.Name == "low").Syntax;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.LowAboveHigh, place.GetLocation(), BoundsModel.Text(low), BoundsModel.Text(high)));
        }
    }
}
