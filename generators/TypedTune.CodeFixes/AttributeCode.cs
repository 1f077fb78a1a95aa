using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace TypedTune.CodeFixes;

/// <summary>Attributes as a fix writes them.</summary>
internal static class AttributeCode
{
    /// <summary>A declaration with one attribute more, which is named as briefly as its place allows.</summary>
    public static SyntaxNode Add(SyntaxGenerator generator, SyntaxNode declaration, INamedTypeSymbol attribute, IEnumerable<SyntaxNode>? arguments = null)
    {
        var added = (AttributeListSyntax)generator.Attribute(generator.TypeExpression(attribute), arguments).WithAdditionalAnnotations(Simplifier.Annotation);

        // A line of its own, unless the attributes stand on the declaration's line.
        return declaration is MemberDeclarationSyntax { AttributeLists: { Count: > 0 } lists } && !lists.Last().GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? declaration.ReplaceNode(lists.Last(), lists.Last().AddAttributes([.. added.Attributes]))
            : generator.AddAttributes(declaration, added);
    }

    /// <summary>A declaration without one of its attributes.</summary>
    public static SyntaxNode Remove(SyntaxNode declaration, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
            return declaration.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));

        // What stands before the list, comments on the declaration among it, then stands before what follows.
        var tracked = declaration.TrackNodes(list);
        var next = tracked.GetCurrentNode(list)!.GetLastToken().GetNextToken();
        var leading = list.GetLeadingTrivia().Concat(next.LeadingTrivia.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        var kept = tracked.ReplaceToken(next, next.WithLeadingTrivia(leading));
        return kept.RemoveNode(kept.GetCurrentNode(list)!, SyntaxRemoveOptions.KeepNoTrivia)!;
    }
}
