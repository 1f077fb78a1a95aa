using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators;
using TypedTune.Generators.Parsing;

namespace TypedTune.CodeFixes;

/// <summary>Swaps a declared Min and Max that stand the wrong way round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SwapBoundsCodeFix() : RuleCodeFix("TT0003")
{
    private const string Title = "Swap Min and Max";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        // Equal bounds, one of them excluded, are no better the other way round.
        if (problem.Node is not PropertyDeclarationSyntax property
            || problem.Model.GetDeclaredSymbol(property, problem.Cancellation)?.FindAttribute(KnownNames.Hyperparameter) is not { } attribute
            || attribute.ApplicationSyntaxReference?.GetSyntax(problem.Cancellation) is not AttributeSyntax syntax
            || Value(syntax, "Min") is not { } min
            || Value(syntax, "Max") is not { } max
            || Equals(problem.Model.GetConstantValue(min).Value, problem.Model.GetConstantValue(max).Value))
        {
            return [];
        }

        return
        [
            new Fix(Title, problem.Change(editor =>
            {
                editor.ReplaceNode(min, max.WithTriviaFrom(min));
                editor.ReplaceNode(max, min.WithTriviaFrom(max));
            })),
        ];
    }

    private static ExpressionSyntax? Value(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;
}
