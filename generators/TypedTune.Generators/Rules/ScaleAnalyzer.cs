using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a log scale whose range includes zero or less, which has no logarithm.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScaleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LogScaleOfZero];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Property);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (context.Symbol.FindAttribute(KnownNames.Hyperparameter) is { } attribute
            && BoundsParser.Parse(attribute) is { IsLog: true } bounds
            && ParameterParser.IsNumber(((IPropertySymbol)context.Symbol).Type)
            && !(bounds.LowSearched > 0 || (bounds.Min == 0 && bounds.MinExclusive)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.LogScaleOfZero,
                context.Symbol.Locations[0],
                $"{context.Symbol.ContainingType.Name}.{context.Symbol.Name}",
                double.IsInfinity(bounds.LowSearched) ? "it has no Min" : $"its Min is {BoundsModel.Text(bounds.LowSearched)}"));
        }
    }
}
