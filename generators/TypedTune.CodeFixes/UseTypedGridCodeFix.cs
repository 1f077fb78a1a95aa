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
        var grid = SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(dictionary).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return
        [
            new Fix(Title, problem.Change(editor =>
            {
                if (variables is not null)
                    editor.ReplaceNode(variables.Type, SyntaxFactory.IdentifierName("var").WithTriviaFrom(variables.Type));
                editor.ReplaceNode(dictionary, grid);
            })),
        ];
    }
}
