using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a classifier of rows whose target holds numbers, and a regressor of rows whose target holds labels.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.OtherTargets];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FlowParser.PredictorOnRows(type) is not var (predictor, row)
            || RowParser.Parse(row).Model?.Columns.FirstOrDefault(column => column.IsTarget) is not { } target)
        {
            return;
        }

        bool areLabels = target.NumberKind is null;
        string name = $"{type.Name}.{predictor.Name}", column = $"{row.Name}.{target.Path}";
        switch (SignatureParser.Parse(predictor.Type)?.Role)
        {
            case Role.Classifier when !areLabels:
                Report(context, predictor, name, "labels", column, target.NumberKind == "Boolean" ? "true or false, a number here" : "numbers", "take a regressor, or declare the target as a string or an enum");
                break;
            case Role.Regressor when areLabels:
                Report(context, predictor, name, "numbers", column, "labels", "take a classifier, or declare the target as a number");
                break;
        }
    }

    private static void Report(SymbolAnalysisContext context, IPropertySymbol predictor, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.OtherTargets, predictor.Locations[0], arguments));
}
