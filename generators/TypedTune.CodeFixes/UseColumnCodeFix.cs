using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace TypedTune.CodeFixes;

/// <summary>Takes a column that a branch uses out of those that are dropped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UseColumnCodeFix() : RuleCodeFix("TT0110")
{
    private const string Title = "Do not drop the column";

    private protected override IEnumerable<Fix> Find(Problem problem) =>
        problem.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent.Parent.Parent.Parent: { } owner } column
            ? [new Fix(Title, problem.Change(editor => Keep(editor, owner, column)))]
            : [];

    private static void Keep(SyntaxEditor editor, SyntaxNode owner, AttributeArgumentSyntax column)
    {
        editor.TrackNode(column);
        editor.ReplaceNode(owner, (now, _) =>
        {
            var current = now.GetCurrentNode(column)!;
            var columns = (AttributeArgumentListSyntax)current.Parent!;
            return columns.Arguments.Count > 1
                ? now.ReplaceNode(columns, columns.WithArguments(columns.Arguments.Remove(current)))
                : AttributeCode.Remove(now, (AttributeSyntax)columns.Parent!);
        });
    }
}
