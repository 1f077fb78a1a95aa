using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a pipeline on weighted rows whose predictor, or an option of it, cannot learn from weights.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeightAnalyzer : DiagnosticAnalyzer
{
    // Deeper than anybody nests pipelines.
    private const int Deepest = 16;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnweightedPredictor];

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
            || row.FindAttribute(KnownNames.Row) is null
            || RowParser.NameOf(row, nameof(KnownNames.Weight)) is not { } weight)
        {
            return;
        }

        foreach (var unweighted in Unweighted(predictor, 0))
        {
            bool isRegressor = SignatureParser.Parse(unweighted)?.Role == Role.Regressor;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UnweightedPredictor,
                predictor.Locations[0],
                SymbolEqualityComparer.Default.Equals(unweighted, predictor.Type) ? $"{type.Name}.{predictor.Name}" : $"{unweighted.Name} in {type.Name}.{predictor.Name}",
                $"{row.Name}.{weight}",
                isRegressor ? "an IWeightedRegressor, such as RandomForestRegressor" : "an IWeightedClassifier, such as RandomForestClassifier"));
        }
    }

    private static IEnumerable<ITypeSymbol> Unweighted(IPropertySymbol predictor, int depth)
    {
        if (predictor.FindOneOf() is { AttributeClass.TypeArguments: var options })
            return options.SelectMany(option => Unweighted(option, depth));
        return Unweighted(predictor.Type, depth);
    }

    private static IEnumerable<ITypeSymbol> Unweighted(ITypeSymbol type, int depth)
    {
        if (type is INamedTypeSymbol flow && ComponentParser.IsFlow(flow))
        {
            var steps = FlowParser.StepProperties(flow);
            return steps.Count > 0 && depth < Deepest ? Unweighted(FlowParser.PredictorOf(steps), depth + 1) : [];
        }

        // An interface may hold one that can, which is found out before anything is fitted.
        return type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Error || SignatureParser.Parse(type) is not { Role: not Role.Step }
            || SearchTypes.IsA(type, KnownNames.WeightedRegressor) || SearchTypes.IsA(type, KnownNames.WeightedClassifier)
            ? []
            : [type];
    }
}
