using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TypedTune.Generators;

namespace TypedTune.CodeFixes;

/// <summary>Says of columns that no branch uses that they are meant to be dropped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DropColumnsCodeFix() : RuleCodeFix("TT0109")
{
    private const string Title = "Drop the columns";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        var type = ColumnTransformerCode.TypeAround(problem);
        if (problem.Node is not TypeDeclarationSyntax declaration
            || problem.Property("Columns") is not { } columns
            || ColumnTransformerCode.RowOf(type) is not { } row
            || problem.Model.Compilation.GetTypeByMetadataName(KnownNames.DropColumns) is not { } attribute)
        {
            return [];
        }

        var known = declaration.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(problem.Model.GetTypeInfo(candidate, problem.Cancellation).Type, attribute));
        var names = columns.Split(',').Select(column => SyntaxFactory.AttributeArgument(ColumnTransformerCode.NameOf(problem, row, column)));
        return [new Fix(Title, problem.Change(editor => Drop(editor, declaration, known, attribute, names)))];
    }

    private static void Drop(SyntaxEditor editor, SyntaxNode declaration, AttributeSyntax? known, INamedTypeSymbol attribute, IEnumerable<SyntaxNode> names)
    {
        if (known is null)
            editor.ReplaceNode(declaration, (now, generator) => AttributeCode.Add(generator, now, attribute, names));
        else
            editor.ReplaceNode(known, (now, generator) => generator.AddAttributeArguments(now, names));
    }
}
