using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace TypedTune.CodeFixes;

/// <summary>Seeds an object where it is made, so that its results can be had again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddSeedCodeFix() : RuleCodeFix("TT1006")
{
    private const string Title = "Add Seed = 42";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        var creation = problem.Node is PropertyDeclarationSyntax { Initializer.Value: var initial }
            ? initial as BaseObjectCreationExpressionSyntax
            : problem.Node as BaseObjectCreationExpressionSyntax ?? problem.Node.Parent as ObjectCreationExpressionSyntax;
        return creation is null || creation.Initializer?.Expressions.Any(IsSeed) == true
            ? []
            : [new Fix(Title, problem.Change(editor => editor.ReplaceNode(creation, (now, _) => WithSeed((BaseObjectCreationExpressionSyntax)now))))];
    }

    private static bool IsSeed(ExpressionSyntax member) => member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "Seed" } };

    private static BaseObjectCreationExpressionSyntax WithSeed(BaseObjectCreationExpressionSyntax creation)
    {
        var seed = SyntaxFactory.ParseExpression("Seed = 42");
        if (creation.Initializer is { Expressions.Count: > 0 } filled)
            return creation.WithInitializer(filled.WithExpressions(Append(filled.Expressions, seed)));

        // What stood behind the creation stands behind its initializer.
        var initializer = SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, [seed]).WithTrailingTrivia(creation.GetTrailingTrivia());
        return creation.WithTrailingTrivia(SyntaxFactory.Space).WithInitializer(initializer).WithAdditionalAnnotations(Formatter.Annotation);
    }

    // On a line of its own where the members before are; with a trailing comma where there is one.
    private static SeparatedSyntaxList<ExpressionSyntax> Append(SeparatedSyntaxList<ExpressionSyntax> members, ExpressionSyntax added)
    {
        var last = members.Last();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken);
        added = added.WithLeadingTrivia(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        if (members.SeparatorCount == members.Count)
            return List(members, added, comma.WithTrailingTrivia(LineEnd(members.GetSeparator(members.Count - 1).TrailingTrivia)));

        var behind = last.GetTrailingTrivia();
        members = members.Replace(last, last.WithoutTrailingTrivia());
        return LineEnd(behind).Any()
            ? List(members, comma.WithTrailingTrivia(behind), added.WithTrailingTrivia(LineEnd(behind)))
            : List(members, comma.WithTrailingTrivia(SyntaxFactory.Space), added.WithTrailingTrivia(behind));
    }

    private static SeparatedSyntaxList<ExpressionSyntax> List(SeparatedSyntaxList<ExpressionSyntax> members, params SyntaxNodeOrToken[] added) =>
        SyntaxFactory.SeparatedList<ExpressionSyntax>(members.GetWithSeparators().AddRange(added));

    private static IEnumerable<SyntaxTrivia> LineEnd(SyntaxTriviaList trivia) => trivia.Where(part => part.IsKind(SyntaxKind.EndOfLineTrivia));
}
