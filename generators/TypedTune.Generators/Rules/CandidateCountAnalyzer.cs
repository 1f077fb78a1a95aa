using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Says how many candidates a grid of constants has and how many fits a search of it needs, and warns of too many.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CandidateCountAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key of an .editorconfig file that says how many candidates are too many.</summary>
    public const string LimitKey = "typedtune_max_candidates";

    private const int DefaultLimit = 10_000;
    private const int DefaultFolds = 5;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.CandidateCount, Descriptors.ManyCandidates];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeGrid, OperationKind.Binary);
        context.RegisterOperationAction(AnalyzeSearch, OperationKind.ObjectCreation);
    }

    private static void AnalyzeGrid(OperationAnalysisContext context)
    {
        var grid = (IBinaryOperation)context.Operation;
        if (grid.OperatorMethod is not { } method || !GridReader.IsSpace(method.ContainingType) || IsPartOfMore(grid))
            return;
        var shape = GridReader.Read(grid);
        if (shape.Count is { } count)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.CandidateCount, grid.Syntax.GetLocation(), Candidates(count, shape.CountDistinct())));
    }

    private static void AnalyzeSearch(OperationAnalysisContext context)
    {
        var search = (IObjectCreationOperation)context.Operation;
        if (!search.Type.IsNamed(KnownNames.GridSearch) || search.Arguments is not [{ Value: { } grid }])
            return;
        var shape = GridReader.Read(grid);
        if (shape.Count is not { } count)
            return;
        var distinct = shape.CountDistinct();
        string text = Candidates(count, distinct);
        if (Evaluation(search) is var (evaluation, folds))
        {
            string needed = distinct is null ? "at most " : "";
            text += distinct is null || distinct == count
                ? $"; {evaluation} {needed}{Fits(count * folds)}"
                : $"; {evaluation} {Fits(count * folds)}, {Text(distinct.Value * folds)} needed";
        }

        context.ReportDiagnostic(Diagnostic.Create(Descriptors.CandidateCount, grid.Syntax.GetLocation(), text));
        if (count > Limit(context))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ManyCandidates, grid.Syntax.GetLocation(), Text(count), Text(Limit(context)), LimitKey));
    }

    private static bool IsPartOfMore(IOperation grid)
    {
        var parent = grid.Parent;
        while (parent is IParenthesizedOperation or IConversionOperation { OperatorMethod: null })
            parent = parent.Parent;
        return parent switch
        {
            IBinaryOperation { OperatorMethod: { } method } => GridReader.IsSpace(method.ContainingType),
            IInvocationOperation { Instance.Type: var type } => GridReader.IsSpace(type),
            IArgumentOperation { Parent: IObjectCreationOperation creation } => creation.Type.IsNamed(KnownNames.GridSearch),
            _ => false,
        };
    }

    // What the search's initializer says of its evaluation, and how often it fits a candidate; nothing where that is computed.
    private static (string Text, int Folds)? Evaluation(IObjectCreationOperation search)
    {
        var assigned = search.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Evaluation" })?.Value;
        if (assigned is null)
            return WithFolds(DefaultFolds);
        return OnceAssigned.Resolve(assigned) switch
        {
            IObjectCreationOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: int folds } }] } splitter
                when splitter.Type.IsNamed(KnownNames.KFold) || splitter.Type.IsNamed(KnownNames.StratifiedKFold) => WithFolds(folds),
            IObjectCreationOperation holdout when holdout.Type.IsNamed(KnownNames.Holdout) => ("with a holdout", 1),
            IObjectCreationOperation outOfBag when outOfBag.Type.IsNamed(KnownNames.OutOfBag) => ("out of bag", 1),
            _ => null,
        };
    }

    private static (string Text, int Folds) WithFolds(int folds) => ($"with {folds} folds", folds);

    private static string Fits(BigInteger count) => $"{Text(count)} {(count.IsOne ? "fit" : "fits")}";

    private static BigInteger Limit(OperationAnalysisContext context) =>
        context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree).TryGetValue(LimitKey, out string? text)
        && BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : DefaultLimit;

    private static string Candidates(BigInteger count, BigInteger? distinct) =>
        $"{Text(count)} {(count.IsOne ? "candidate" : "candidates")}{(distinct is { } different && different != count ? $" ({Text(different)} distinct)" : "")}";

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
