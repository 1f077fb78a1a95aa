using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports columns that may be missing where they reach a step that refuses missing values.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MissingValues];

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
        if (type.FindAttribute(KnownNames.ColumnTransformer) is not null)
            AnalyzeBranches(context, type);
        else if (type.FindAttribute(KnownNames.Pipeline) is not null)
            AnalyzeSteps(context, type);
    }

    private static void AnalyzeBranches(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var (branch, columns) in MissingValues.OptionalColumns(type))
        {
            if (MissingValues.In(branch).RefusedBy is not { } step)
                continue;

            // Where it is named, or at the branch that takes what is left.
            var named = BranchParser.Names(branch).ToDictionary(name => name.Name, name => name.Location);
            string name = Through(branch, step);
            foreach (string column in columns.Where(named.ContainsKey))
                Report(context, named[column], $"{BranchParser.RowOf(type)!.Name}.{column}", name, step, "declare the column without '?' if none is missing");
            string[] rest = [.. columns.Where(column => !named.ContainsKey(column))];
            if (rest.Length > 0)
                Report(context, branch.Locations[0], string.Join(", ", rest.Select(column => $"{BranchParser.RowOf(type)!.Name}.{column}")), name, step, "give the column to a branch of its own");
        }
    }

    // What a column transformer passes on reaches the steps behind it.
    private static void AnalyzeSteps(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var steps = FlowParser.StepProperties(type);
        if (steps.Count == 0 || steps[0].Type is not INamedTypeSymbol first || first.FindAttribute(KnownNames.ColumnTransformer) is null || !MissingValues.AreMadeBy(first))
            return;
        foreach (var step in steps.Skip(1))
        {
            var values = MissingValues.In(step);
            if (values.RefusedBy is { } refusing)
                Report(context, step.Locations[0], $"What {steps[0].Name} makes", Through(step, refusing), refusing, $"make the branches of {first.Name} fill them");
            if (!values.AreKept)
                return;
        }
    }

    private static string Through(IPropertySymbol property, ITypeSymbol step)
    {
        string name = $"{property.ContainingType.Name}.{property.Name}";
        return SymbolEqualityComparer.Default.Equals(property.Type, step) ? name : $"{name} ({step.Name} in it)";
    }

    private static void Report(SymbolAnalysisContext context, Location place, string what, string by, ITypeSymbol step, string otherwise)
    {
        string imputer = SignatureParser.Parse(step)?.Input == SignatureParser.Categories ? "CategoryImputer" : "SimpleImputer";
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.MissingValues, place, what, by, $"put a {imputer} before it, or {otherwise}"));
    }
}
