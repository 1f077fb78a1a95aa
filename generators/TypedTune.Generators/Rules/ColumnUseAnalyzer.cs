using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports columns that a column transformer leaves out without a word, or drops and uses, and rows without a target.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ColumnUseAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the unused columns, with commas between.</summary>
    public const string ColumnsKey = "Columns";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnusedColumns, Descriptors.DroppedAndUsed, Descriptors.NoTarget];

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

        // What does not parse has worse to say.
        if (type.FindAttribute(KnownNames.Row) is not null && RowParser.Parse(type).Model is { } model && !model.Columns.Any(column => column.IsTarget))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoTarget, type.Locations[0], type.Name));
        if (type.FindAttribute(KnownNames.ColumnTransformer) is { AttributeClass.TypeArguments: [INamedTypeSymbol row] } && row.FindAttribute(KnownNames.Row) is not null && ComponentParser.Parse(type).Model is not null)
            AnalyzeColumns(context, type, row);
    }

    private static void AnalyzeColumns(SymbolAnalysisContext context, INamedTypeSymbol type, INamedTypeSymbol row)
    {
        var columns = RowParser.FeatureColumns(row);
        var roles = RowParser.RoleColumns(row);
        var used = new Dictionary<string, string>();
        var branches = FlowParser.StepProperties(type);
        foreach (var branch in branches)
        {
            foreach (var (name, _) in BranchParser.Names(branch))
                used[name] = branch.Name;
        }

        var dropped = BranchParser.DroppedNames(type).ToArray();
        foreach (var (name, location) in dropped)
        {
            if (used.TryGetValue(name, out string? branch))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DroppedAndUsed, location, type.Name, name, branch));
        }

        var kinds = new HashSet<string?>(branches
            .Where(branch => branch.FindAttribute(KnownNames.Remainder) is not null)
            .Select(branch => SignatureParser.Parse(branch.Type)?.Input));
        var unused = columns
            .Where(column => !used.ContainsKey(column.Key) && !roles.Contains(column.Key) && !dropped.Any(other => other.Name == column.Key) && !kinds.Contains(column.Value ? SignatureParser.Numbers : SignatureParser.Categories))
            .Select(column => column.Key)
            .ToArray();
        if (unused.Length > 0)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnusedColumns, type.Locations[0], ImmutableDictionary<string, string?>.Empty.Add(ColumnsKey, string.Join(",", unused)), type.Name, string.Join(", ", unused)));
    }
}
