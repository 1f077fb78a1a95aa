using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.CodeFixes;

/// <summary>Names the column that was probably meant, by <c>nameof</c>; the analyzer says which.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RenameColumnCodeFix() : RuleCodeFix("TT0104")
{
    private const string Title = "Use the column with the nearest name";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        if (problem.Property("Suggestion") is not { } suggestion
            || problem.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Expression: var name }
            || ColumnTransformerCode.RowOf(ColumnTransformerCode.TypeAround(problem)) is not { } row)
        {
            return [];
        }

        return [new Fix(Title, problem.Change(editor => editor.ReplaceNode(name, ColumnTransformerCode.NameOf(problem, row, suggestion).WithTriviaFrom(name))))];
    }
}
