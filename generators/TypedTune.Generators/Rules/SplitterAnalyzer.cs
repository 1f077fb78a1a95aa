using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a splitter that needs groups or times where the rows have none, and one of the library's that ignores those that they have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SplitterAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnfitSplitter, Descriptors.IgnoredRole];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "Evaluation", ContainingType: var search } } property
            && SearchTypes.EstimatorOf(property.Instance?.Type ?? search) is { } estimator)
        {
            Check(context, assignment.Value, estimator);
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.TypeArguments.FirstOrDefault(type => SearchTypes.RowOf(type) is not null) is not { } estimator)
            return;
        foreach (var argument in call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && SearchTypes.IsA(argument.Parameter?.Type, KnownNames.IEvaluation)))
            Check(context, argument.Value, estimator);
    }

    private static void Check(OperationAnalysisContext context, IOperation value, ITypeSymbol estimator)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        if (value.Type is not { } splitter || SearchTypes.RowOf(estimator) is not { } row || row.FindAttribute(KnownNames.Row) is null)
            return;
        bool groups = SearchTypes.IsA(splitter, KnownNames.GroupSplitter), times = SearchTypes.IsA(splitter, KnownNames.TimeSplitter);
        if (groups && RowParser.NameOf(row, nameof(KnownNames.Group)) is null)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnfitSplitter, value.Syntax.GetLocation(), splitter.Name, "groups", row.Name, "Group"));
        if (times && RowParser.NameOf(row, nameof(KnownNames.Time)) is null)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnfitSplitter, value.Syntax.GetLocation(), splitter.Name, "times", row.Name, "Time"));
        if (groups || times || !IsOfLibrary(splitter))
            return;
        if (RowParser.NameOf(row, nameof(KnownNames.Group)) is { } group)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.IgnoredRole, value.Syntax.GetLocation(), splitter.Name, "may put rows of one group on both sides", $"{row.Name}.{group}", "Group", GroupsInsteadOf(splitter)));
        else if (RowParser.NameOf(row, nameof(KnownNames.Time)) is { } time)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.IgnoredRole, value.Syntax.GetLocation(), splitter.Name, "may learn from what came later", $"{row.Name}.{time}", "Time", "TimeSeriesSplit"));
    }

    // What others wrote, and folds that are given row by row, may heed the roles in their own way.
    private static bool IsOfLibrary(ITypeSymbol splitter) =>
        SearchTypes.IsA(splitter, KnownNames.IEvaluation)
        && splitter is { TypeKind: not TypeKind.Interface, Name: not "PredefinedSplit" }
        && splitter.ContainingNamespace.ToDisplayString() == "TypedTune.Learning";

    private static string GroupsInsteadOf(ITypeSymbol splitter) => splitter.Name switch
    {
        "StratifiedKFold" => "StratifiedGroupKFold",
        "ShuffleSplit" or "Holdout" => "GroupShuffleSplit",
        _ => "GroupKFold",
    };
}
