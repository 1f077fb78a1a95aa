using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a hyperparameter that both factors of a product bind, which is refused when it runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProductAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.BoundTwice, Descriptors.TwoOptions];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Binary);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var product = (IBinaryOperation)context.Operation;
        if (product is not { OperatorKind: BinaryOperatorKind.Multiply, OperatorMethod: { } method } || !GridReader.IsSpace(method.ContainingType))
            return;
        var left = GridReader.Read(product.LeftOperand).Bindings.ToArray();
        var reported = new HashSet<SyntaxNode>();
        foreach (var binding in GridReader.Read(product.RightOperand).Bindings)
        {
            if (left.FirstOrDefault(binding.Conflicts) is not { } other)
                continue;

            // What a variable brings in is reported where the variable stands.
            var operand = product.RightOperand.Syntax;
            var place = operand.FullSpan.Contains(binding.Syntax.Span) && operand.SyntaxTree == binding.Syntax.SyntaxTree ? binding.Syntax : operand;
            if (!reported.Add(place))
                continue;
            context.ReportDiagnostic(binding.Option is null && other.Option is null
                ? Diagnostic.Create(Descriptors.BoundTwice, place.GetLocation(), binding.Path)
                : Diagnostic.Create(Descriptors.TwoOptions, place.GetLocation(), binding.Path, other.Option ?? "bound as a whole", binding.Option ?? "bound as a whole"));
        }
    }
}
