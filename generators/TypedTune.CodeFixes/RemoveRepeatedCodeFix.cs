using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace TypedTune.CodeFixes;

/// <summary>Takes a repeated value out of a list of values.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveRepeatedCodeFix() : RuleCodeFix("TT1003")
{
    private const string Title = "Remove the repeated value";

    private protected override IEnumerable<Fix> Find(Problem problem) =>
        !problem.Diagnostic.Properties.ContainsKey("Elsewhere") && problem.Node.AncestorsAndSelf().FirstOrDefault(IsInList) is { Parent: { } list } value
            ? [new Fix(Title, problem.Change(editor => Remove(editor, list, value)))]
            : [];

    private static bool IsInList(SyntaxNode node) =>
        node is ArgumentSyntax { Parent: ArgumentListSyntax } or ExpressionElementSyntax or ExpressionSyntax { Parent: InitializerExpressionSyntax };

    private static void Remove(SyntaxEditor editor, SyntaxNode list, SyntaxNode value)
    {
        editor.TrackNode(value);
        editor.ReplaceNode(list, (now, _) =>
        {
            // A value goes with the comma behind it, the last one with the comma before it; not with what is said behind that comma.
            var current = now.GetCurrentNode(value)!;
            var comma = current.GetFirstToken().GetPreviousToken();
            if (comma.IsKind(SyntaxKind.CommaToken) && !current.GetLastToken().GetNextToken().IsKind(SyntaxKind.CommaToken))
            {
                var before = comma.GetPreviousToken();
                now = now.ReplaceToken(before, before.WithTrailingTrivia(BehindTheNewLast(comma.TrailingTrivia, current)));
            }

            return now.RemoveNode(now.GetCurrentNode(value)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        });
    }

    private static IEnumerable<SyntaxTrivia> BehindTheNewLast(SyntaxTriviaList comma, SyntaxNode removed)
    {
        bool endsLine = removed.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        bool isSaid = comma.Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return endsLine && comma.Any(SyntaxKind.EndOfLineTrivia) ? comma
            : !endsLine && isSaid ? comma.Concat(removed.GetLeadingTrivia())
            : removed.GetTrailingTrivia();
    }
}
