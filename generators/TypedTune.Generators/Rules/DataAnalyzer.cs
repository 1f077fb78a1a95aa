using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Says what an estimator learns from where it is given rows of another kind, as a table for a pipeline on a matrix. The compiler refuses it, but says that it cannot infer types.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DataAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.OtherData];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invalid);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.ValueText: "Fit" or "FitAsync" or "Plan" } }
            || context.Operation.SemanticModel is not { } semantics
            || semantics.GetTypeInfo(receiver, context.CancellationToken).Type is not { } type
            || RefusedCall.Read(context.Operation, context.CancellationToken) is not { Arguments: [var (place, given), ..] }
            || !IsData(given))
        {
            return;
        }

        var estimator = SearchTypes.EstimatorOf(type) ?? type;
        if (SearchTypes.DataOf(estimator) is not { } data || SymbolEqualityComparer.Default.Equals(data, given))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.OtherData, place.GetLocation(), estimator.Name, data.Shown(), given!.Shown(), Cure(data, given!)));
    }

    private static string Cure(ITypeSymbol data, ITypeSymbol given) =>
        !data.IsNamed(KnownNames.Table) && given is INamedTypeSymbol { TypeArguments: [var row] }
            ? $"put a step marked [ColumnTransformer<{row.Name}>] first, which makes features of rows"
            : $"give it a {data.Shown()}";

    private static bool IsData(ITypeSymbol? type) => type?.AllInterfaces.Any(contract => contract.IsNamed(KnownNames.Dataset)) == true;
}
