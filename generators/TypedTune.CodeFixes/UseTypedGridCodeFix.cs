using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace TypedTune.CodeFixes;

/// <summary>Puts the typed grid, which the analyzer spells out, in the place of a dictionary of names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UseTypedGridCodeFix() : RuleCodeFix("TT1201")
{
    private const string Title = "Use a typed grid";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        if (problem.Node is not ExpressionSyntax dictionary || problem.Property("Replacement") is not { } replacement)
            return [];
        var variables = (dictionary.Parent as EqualsValueClauseSyntax)?.Parent?.Parent as VariableDeclarationSyntax;

        // Only a local's type can be left to its value; a field, a property or a neighbour in the same declaration keeps its own.
        if (dictionary.Parent is EqualsValueClauseSyntax && variables is not { Parent: LocalDeclarationStatementSyntax, Variables.Count: 1 })
            return [];

        // Nor can what takes a dictionary take a grid.
        if (variables is null && problem.Model.GetTypeInfo(dictionary, problem.Cancellation).ConvertedType is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Dynamic } && dictionary.Parent is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } })
            return [];
        var grid = SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(dictionary).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return
        [
            new Fix(Title, problem.Change(editor =>
            {
                if (variables is not null)
                    editor.ReplaceNode(variables.Type, SyntaxFactory.IdentifierName("var").WithTriviaFrom(variables.Type));
                editor.ReplaceNode(dictionary, grid);
                if (dictionary.FirstAncestorOrSelf<StatementSyntax>() is { } statement)
                    editor.ReplaceNode(statement, (now, _) => now.WithLeadingTrivia(now.GetLeadingTrivia().AddRange(CommentsIn(dictionary, statement))));
            })),
        ];
    }

    // What is said inside the dictionary is said above the statement, a line each.
    private static IEnumerable<SyntaxTrivia> CommentsIn(SyntaxNode dictionary, StatementSyntax statement)
    {
        var indentation = statement.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).LastOrDefault();
        return dictionary.DescendantTrivia()
            .Where(trivia => dictionary.Span.Contains(trivia.Span) && (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
            .SelectMany(comment => new[] { comment, SyntaxFactory.ElasticCarriageReturnLineFeed, indentation });
    }
}
