using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace TypedTune.CodeFixes;

/// <summary>Takes away an attribute that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveAttributeCodeFix() : RuleCodeFix("TT0011", "TT0110")
{
    private const string Title = "Remove the attribute";
    private const string NameTitle = "Remove the name";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        // One of several names that an attribute lists goes alone.
        if (problem.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent: AttributeArgumentListSyntax { Arguments.Count: > 1 } names } name)
            return [new Fix(NameTitle, problem.Change(editor => Remove(editor, names, name)))];
        var span = problem.Diagnostic.Location.SourceSpan;
        return problem.Node.FirstAncestorOrSelf<AttributeSyntax>() is { Parent: AttributeListSyntax { Parent: { } owner } list } attribute && (attribute.Span.Contains(span) || list.Span == span)
            ? [new Fix(Title, problem.Change(editor => Remove(editor, owner, attribute)))]
            : [];
    }

    private static void Remove(SyntaxEditor editor, AttributeArgumentListSyntax names, AttributeArgumentSyntax name)
    {
        editor.TrackNode(name);
        editor.ReplaceNode(names, (now, _) => now.RemoveNode(now.GetCurrentNode(name)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!);
    }

    private static void Remove(SyntaxEditor editor, SyntaxNode owner, AttributeSyntax attribute)
    {
        editor.TrackNode(attribute);
        editor.ReplaceNode(owner, (now, _) =>
        {
            var current = now.GetCurrentNode(attribute)!;
            var list = (AttributeListSyntax)current.Parent!;
            if (list.Attributes.Count > 1)
                return now.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(current)));

            // What stands before the list, comments on the declaration among it, then stands before what follows.
            var next = list.GetLastToken().GetNextToken();
            var leading = list.GetLeadingTrivia().Concat(next.LeadingTrivia.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
            var kept = now.ReplaceToken(next, next.WithLeadingTrivia(leading));
            return kept.RemoveNode(kept.GetCurrentNode(attribute)!.Parent!, SyntaxRemoveOptions.KeepNoTrivia)!;
        });
    }
}
