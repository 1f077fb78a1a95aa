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
        Descriptors.EmptyRange,
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
        Descriptors.NoRowConstructor,
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
        else if (ConfigurationParser.IsMarked(type))
            failures = ConfigurationParser.ParseMarked(type).Failures;
        if (IsRow(type))
            failures = failures.Concat(RowParser.Parse(type).Failures);

        // What is wrong with a type around others is reported once, with that type.
        if (IsAroundExtended(type))
            failures = failures.Concat(PartFailures(type));
        foreach (var failure in failures.Except(Around(type).SelectMany(PartFailures)).Distinct())
            context.ReportDiagnostic(failure);
    }

    private static bool IsRow(INamedTypeSymbol type) => type.FindAttribute(KnownNames.Row) is not null;

    private static bool IsAroundExtended(INamedTypeSymbol type) =>
        type.GetTypeMembers().Any(member => ComponentParser.HasSpace(member) || ConfigurationParser.IsMarked(member) || IsRow(member) || IsAroundExtended(member));

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
    }

    private static IEnumerable<Diagnostic> PartFailures(INamedTypeSymbol type)
    {
        var failures = new Failures();
        TypeParser.CheckParts(type, failures);
        return failures.Result(() => type).Failures;
    }
}
