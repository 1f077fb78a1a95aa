using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.CodeFixes;

/// <summary>Puts the nearest legal value in the place of one outside the declared bounds; the analyzer says which, if there is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ClampToBoundCodeFix() : RuleCodeFix("TT0006", "TT1001")
{
    private const string Title = "Use the nearest legal value";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        var constant = problem.Node is PropertyDeclarationSyntax { Initializer.Value: var initial } ? initial : problem.Node as ExpressionSyntax;
        return constant is null || problem.Property("Clamped") is not { } clamped
            ? []
            : [new Fix(Title, problem.Change(editor => editor.ReplaceNode(constant, SyntaxFactory.ParseExpression(clamped).WithTriviaFrom(constant))))];
    }
}
