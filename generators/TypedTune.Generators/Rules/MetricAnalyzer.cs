using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Says which metrics score an estimator where one that does not stands, or none. The compiler refuses both, but does not know what to take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MetricAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnfitMetric, Descriptors.NoScoring];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeConversion, OperationKind.Conversion);
        context.RegisterOperationAction(AnalyzeRefused, OperationKind.Invalid);
        context.RegisterOperationAction(AnalyzeSearch, OperationKind.ObjectCreation);
    }

    private static void AnalyzeConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (!conversion.Conversion.Exists && SearchTypes.IsMetric(conversion.Operand.Type))
            Check(context, conversion.Operand.Syntax, conversion.Operand.Type!, [conversion.Type!]);
    }

    private static void AnalyzeRefused(OperationAnalysisContext context)
    {
        if (RefusedCall.Read(context.Operation, context.CancellationToken) is not { } call)
            return;
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            if (SearchTypes.IsMetric(call.Arguments[i].Type))
                Check(context, call.Arguments[i].Expression, call.Arguments[i].Type!, call.WantedAt(i));
        }
    }

    private static void Check(OperationAnalysisContext context, SyntaxNode place, ITypeSymbol metric, IEnumerable<ITypeSymbol> wanted)
    {
        foreach (var type in wanted.Where(type => type.IsNamed(KnownNames.IMetric)))
        {
            var estimator = ((INamedTypeSymbol)type).TypeArguments[0];
            if (estimator.TypeKind is TypeKind.Error or TypeKind.TypeParameter || context.Compilation.HasImplicitConversion(metric, type))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UnfitMetric, place.GetLocation(), metric.Name, estimator.Name, SearchTypes.Predictions(estimator), SearchTypes.MetricsOf(estimator, context.Compilation)));
            return;
        }
    }

    private static void AnalyzeSearch(OperationAnalysisContext context)
    {
        var search = (IObjectCreationOperation)context.Operation;
        if (SearchTypes.EstimatorOf(search.Type) is not { } estimator
            || search.Constructor?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute") == true
            || search.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Scoring" }) == true)
        {
            return;
        }

        // Where the compiler says that the member is required.
        var place = search.Syntax switch
        {
            ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
            ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
            var other => other.GetLocation(),
        };
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoScoring, place, search.Type!.Shown(), SearchTypes.MetricsOf(estimator, context.Compilation)));
    }
}
