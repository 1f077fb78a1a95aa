using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTune.CodeFixes;

/// <summary>Swaps the ends of a range that stand the wrong way round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SwapEndsCodeFix() : RuleCodeFix("TT1002")
{
    private const string Title = "Swap the ends";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        if (problem.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } syntax
            || problem.Model.GetOperation(syntax, problem.Cancellation) is not IInvocationOperation call
            || Argument(call, "low") is not { } low
            || Argument(call, "high") is not { } high)
        {
            return [];
        }

        return
        [
            new Fix(Title, problem.Change(editor =>
            {
                editor.ReplaceNode(low, high.WithTriviaFrom(low));
                editor.ReplaceNode(high, low.WithTriviaFrom(high));
            })),
        ];
    }

    // The expression alone, so that a named argument keeps its name.
    private static ExpressionSyntax? Argument(IInvocationOperation call, string parameter) =>
        (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Syntax as ArgumentSyntax)?.Expression;
}
