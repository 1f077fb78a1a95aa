using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Parsing;
using TypedTune.Generators.Rules.Dictionaries;

namespace TypedTune.Generators.Rules;

/// <summary>Says what to write where a search is given no space that it can search: a range, or string keys. The compiler refuses both.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SearchSpaceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.RangeInGridSearch, Descriptors.StringKeySearch];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invalid);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation.Syntax is ElementAccessExpressionSyntax access)
        {
            AnalyzeKey(context, access);
            return;
        }

        if (RefusedCall.Read(context.Operation, context.CancellationToken) is not { Arguments: [var (space, type), ..] }
            || context.Operation.Type is not { } search
            || SearchTypes.EstimatorOf(search) is not { } estimator)
        {
            return;
        }

        if (search.IsNamed(KnownNames.GridSearch) && SearchTypes.IsSpace(type) && !SearchTypes.IsGrid(type))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RangeInGridSearch, space.GetLocation(), space.WithoutTrivia().ToString()));
        else if (StringGrid.IsStringDictionary(type))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.StringKeySearch, space.GetLocation(), $"A {search.Name} takes a space of members", $"{estimator.Name}.{KnownNames.SpaceMember}.….In(…), and join them with '*'"));
    }

    // p["clusters"]: what dictionaries and data frames have.
    private static void AnalyzeKey(OperationAnalysisContext context, ElementAccessExpressionSyntax access)
    {
        if (access.ArgumentList.Arguments is not [{ Expression: LiteralExpressionSyntax key }] || !key.IsKind(SyntaxKind.StringLiteralExpression)
            || context.Operation.SemanticModel?.GetTypeInfo(access.Expression, context.CancellationToken).Type is not { Name: KnownNames.HyperparametersType } space)
        {
            return;
        }

        string owner = access.Expression.WithoutTrivia().ToString();
        string members = TypedKey.Resolve(key.Token.ValueText, space) is { Value: not null } typed ? typed.Members : "…";
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.StringKeySearch, key.GetLocation(), $"{owner} has members", $"{owner}.{members}"));
    }
}
