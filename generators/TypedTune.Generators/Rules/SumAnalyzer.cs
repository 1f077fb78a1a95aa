using System.Collections.Immutable;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Reports candidates of a sum that an earlier term has as well, with their number.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SumAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.TermsOverlap];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Binary);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var sum = (IBinaryOperation)context.Operation;
        if (sum is not { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: { } method } || !GridReader.IsSpace(method.ContainingType))
            return;
        var (left, right) = (GridReader.Read(sum.LeftOperand), GridReader.Read(sum.RightOperand));
        if (left.CountDistinct() is not { } before || right.CountDistinct() is not { } added || (left + right).CountDistinct() is not { } together)
            return;
        var repeated = before + added - together;
        if (repeated > BigInteger.Zero)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.TermsOverlap, sum.RightOperand.Syntax.GetLocation(), repeated, added));
    }
}
