using System.Composition;
using System.Globalization;
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
        // Bounds in order, with no legal value between them, are no better the other way round.
        if (problem.Node is not PropertyDeclarationSyntax property
            || problem.Model.GetDeclaredSymbol(property, problem.Cancellation)?.FindAttribute(KnownNames.Hyperparameter) is not { } attribute
            || attribute.ApplicationSyntaxReference?.GetSyntax(problem.Cancellation) is not AttributeSyntax syntax
            || Value(syntax, "Min") is not { } min
            || Value(syntax, "Max") is not { } max
            || !(Number(problem, min) > Number(problem, max)))
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

    private static double? Number(Problem problem, ExpressionSyntax bound) => problem.Model.GetConstantValue(bound, problem.Cancellation) is { HasValue: true, Value: IConvertible number and not string }
        ? Convert.ToDouble(number, CultureInfo.InvariantCulture)
        : null;

    private static ExpressionSyntax? Value(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;
}
