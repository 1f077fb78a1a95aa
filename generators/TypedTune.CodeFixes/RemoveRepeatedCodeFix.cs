using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.CodeFixes;

/// <summary>Takes a repeated value out of a list of values.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveRepeatedCodeFix() : RuleCodeFix("TT1003")
{
    private const string Title = "Remove the repeated value";

    private protected override IEnumerable<Fix> Find(Problem problem) =>
        problem.Node.AncestorsAndSelf().FirstOrDefault(IsInList) is { } value
            ? [new Fix(Title, problem.Change(editor => editor.RemoveNode(value)))]
            : [];

    private static bool IsInList(SyntaxNode node) =>
        node is ArgumentSyntax { Parent: ArgumentListSyntax } or ExpressionElementSyntax or ExpressionSyntax { Parent: InitializerExpressionSyntax };
}
