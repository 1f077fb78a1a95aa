using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports why a declaration generates nothing. It shares the generator's parser, so the two cannot disagree.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.NotPartial,
        Descriptors.NoSetter,
        Descriptors.MinAboveMax,
        Descriptors.NotTunable,
        Descriptors.ReservedName,
        Descriptors.SameGeneratedName,
        Descriptors.FileLocal,
        Descriptors.NotAStep,
        Descriptors.StepsDoNotChain,
        Descriptors.WrongKindOfColumn,
        Descriptors.NoSuchColumn,
        Descriptors.BranchWithoutColumns,
        Descriptors.PredictorBeforeEnd,
        Descriptors.UnfitOption,
        Descriptors.NoSteps,
        Descriptors.NoRowsToPredictFrom,
        Descriptors.UnsupportedColumn,
        Descriptors.SeveralTargets,
        Descriptors.NotARow,
        Descriptors.SameHeader,
        Descriptors.RequiredIgnored,
    ];

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
        IEnumerable<Diagnostic> failures = [];
        if (ComponentParser.HasSpace(type))
            failures = ComponentParser.Parse(type).Failures;
        if (type.FindAttribute(KnownNames.Row) is not null)
            failures = failures.Concat(RowParser.Parse(type).Failures);
        foreach (var failure in failures)
            context.ReportDiagnostic(failure);
    }
}
