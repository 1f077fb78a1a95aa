using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a <c>Fit</c> whose result nobody takes: a configuration never changes, so that the call does nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscardedFitAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DiscardedFit];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        // The body of a lambda expression is no statement: what calls it may want the exception alone.
        var statement = ((IExpressionStatementOperation)context.Operation).Operation;
        if ((context.Operation.Syntax is ExpressionStatementSyntax || context.Operation.Syntax.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() is { } arrow && arrow.Expression == context.Operation.Syntax)
            && (statement is IConditionalAccessOperation conditional ? conditional.WhenNotNull : statement) is IInvocationOperation { TargetMethod: { Name: "Fit", ReturnsVoid: false } method } call
            && (Contracts.IsSearch(method.ContainingType) || Contracts.IsStep(method.ContainingType) || Contracts.IsPredictor(method.ContainingType)))
        {
            var configuration = call.Instance?.Type ?? method.ContainingType;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DiscardedFit, statement.Syntax.GetLocation(), Contracts.IsSearch(configuration) ? "search" : configuration.Name));
        }
    }
}
