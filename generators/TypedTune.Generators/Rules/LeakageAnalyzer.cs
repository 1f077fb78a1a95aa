using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a transformer that is fitted on rows which the same method splits, or searches on after transforming them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeakageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.Leakage];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(Analyze);
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        var operations = context.OperationBlocks.SelectMany(block => block.Descendants()).ToArray();
        var calls = operations.OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.Name is "Fit" or "Plan" or "Split" or "SplitStratified")
            .ToArray();
        if (calls.Length < 2)
            return;
        var heldBack = new HashSet<ISymbol>(calls.SelectMany(HeldBack), SymbolEqualityComparer.Default);
        heldBack.ExceptWith(Reassigned(operations));
        if (heldBack.Count == 0)
            return;
        foreach (var fit in calls.Where(call => call is { TargetMethod.Name: "Fit", Arguments.Length: > 0 } && Contracts.IsStep(call.TargetMethod.ContainingType)))
        {
            if (Sources(fit.Arguments[0].Value, isTransformed: false).FirstOrDefault(source => heldBack.Contains(source.Rows)) is { Rows: { } rows })
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.Leakage, fit.Syntax.GetLocation(), OnceAssigned.Resolve(fit.Instance)?.Type?.Name ?? "A transformer", rows.Name));
        }
    }

    // Variables that hold other rows at one time than at another: which is which, only the order of statements says.
    private static IEnumerable<ISymbol> Reassigned(IEnumerable<IOperation> operations) => operations
        .SelectMany(operation => operation switch
        {
            IVariableDeclaratorOperation { Initializer: not null } declarator => [declarator.Symbol],
            IAssignmentOperation { Target: ITupleOperation targets } => targets.Elements.Select(Variable),
            IAssignmentOperation assignment => [Variable(assignment.Target)],
            _ => Enumerable.Empty<ISymbol?>(),
        })
        .OfType<ISymbol>()
        .GroupBy(variable => variable, SymbolEqualityComparer.Default)
        .Where(writes => writes.Key is IParameterSymbol or IFieldSymbol or IPropertySymbol || writes.Count() > 1)
        .Select(writes => writes.Key!);

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,
        _ => null,
    };

    // Rows of which a part is to be held back: they are split, or they are searched on as a transformer left them.
    private static IEnumerable<ISymbol> HeldBack(IInvocationOperation call)
    {
        if (Contracts.IsSearch(call.TargetMethod.ContainingType))
            return call.Arguments.Length < 2 ? [] : Sources(call.Arguments[1].Value, isTransformed: false).Where(source => source.IsTransformed).Select(source => source.Rows);
        bool isSplit = call.TargetMethod.Name != "Fit" && call.TargetMethod.Name != "Plan" && call.TargetMethod.ContainingNamespace?.ToDisplayString() == "TypedTune.Learning";
        return isSplit && call.Arguments.FirstOrDefault()?.Value is { } rows ? Sources(rows, isTransformed: false).Select(source => source.Rows) : [];
    }

    // The variables that data was read from without leaving rows out.
    private static IEnumerable<(ISymbol Rows, bool IsTransformed)> Sources(IOperation data, bool isTransformed, int depth = 0)
    {
        const int Deepest = 16;
        if (depth > Deepest)
            return [];
        IEnumerable<(ISymbol, bool)> Inner(IOperation? inner, bool transforms = false) =>
            inner is null ? [] : Sources(inner, isTransformed || transforms, depth + 1);
        return data switch
        {
            _ when Variable(data) is { } variable => [(variable, isTransformed), .. OnceAssigned.Resolve(data) is { } initial && initial != data ? Inner(initial) : []],
            IConversionOperation conversion => Inner(conversion.Operand),
            IParenthesizedOperation parenthesized => Inner(parenthesized.Operand),
            IPropertyReferenceOperation { Instance: { } instance } => Inner(instance),
            IInvocationOperation { TargetMethod.Name: "Transform", Arguments: [{ Value: var input }, ..] } => Inner(input, transforms: true),
            IInvocationOperation { TargetMethod.Name: "Numbers" or "Categories", Instance: { } table } => Inner(table),
            IObjectCreationOperation { Arguments: [{ Value: var features }, ..] } => Inner(features),
            _ => [],
        };
    }
}
