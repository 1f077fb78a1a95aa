using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a value that one <c>In</c> lists again, at the repeat.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedValueAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic whose list of values stands elsewhere.</summary>
    public const string ElsewhereKey = "Elsewhere";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.RepeatedValue];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name != "In" || call.Arguments is not [{ Value: var list }] || !SpacePath.IsParameter(call.Instance?.Type))
            return;
        var seen = new HashSet<(string, string)>();
        foreach (var value in ParameterValues.Items(list) ?? [])
        {
            if (ParameterValues.Key(value) is not { } key || seen.Add(key))
                continue;

            // Values that a variable brings in are reported where it is named, once.
            bool isHere = list.Syntax.FullSpan.Contains(value.Syntax.Span);
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.RepeatedValue,
                (isHere ? value : list).Syntax.GetLocation(),
                isHere ? null : ImmutableDictionary<string, string?>.Empty.Add(ElsewhereKey, null),
                value.Syntax));
            if (!isHere)
                return;
        }
    }
}
