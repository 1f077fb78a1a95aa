using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace TypedTune.CodeFixes;

/// <summary>Keeps what a fit returns in a variable: what was fitted is the result, never the configuration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AssignFitCodeFix() : RuleCodeFix("TT1007")
{
    private const string Title = "Keep what Fit returns";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        // A body of one statement has no place for a variable.
        var around = problem.Node.FirstAncestorOrSelf<SyntaxNode>(node => node is ExpressionStatementSyntax or AnonymousFunctionExpressionSyntax);
        return around is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax, Expression: not AssignmentExpressionSyntax } statement
            ? [new Fix(Title, problem.Change(editor => editor.ReplaceNode(statement, (now, _) => Declare((ExpressionStatementSyntax)now))))]
            : [];
    }

    private static LocalDeclarationStatementSyntax Declare(ExpressionStatementSyntax statement)
    {
        var fit = statement.Expression;
        var variable = SyntaxFactory.VariableDeclarator(FreeName(statement)).WithInitializer(SyntaxFactory.EqualsValueClause(fit.WithoutLeadingTrivia()));
        var declaration = SyntaxFactory.VariableDeclaration(SyntaxFactory.IdentifierName("var"), [variable]).WithLeadingTrivia(fit.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
        return SyntaxFactory.LocalDeclarationStatement(declaration).WithSemicolonToken(statement.SemicolonToken);
    }

    // No word of the whole member, or of all top-level statements: simpler than scopes, and safe.
    private static string FreeName(SyntaxNode statement)
    {
        var member = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? statement.AncestorsAndSelf().Last();
        var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        string name = "fitted";
        for (int i = 2; taken.Contains(name); i++)
            name = $"fitted{i}";
        return name;
    }
}
