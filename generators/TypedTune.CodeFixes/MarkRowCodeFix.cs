using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TypedTune.Generators;

namespace TypedTune.CodeFixes;

/// <summary>Makes a row type of the type that a column transformer names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MarkRowCodeFix() : RuleCodeFix("TT0203")
{
    private const string Title = "Mark the type [Row]";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        if (problem.Model.Compilation.GetTypeByMetadataName(KnownNames.Row) is not { } row || ColumnTransformerCode.RowOf(ColumnTransformerCode.TypeAround(problem)) is not { } type)
            return [];
        var first = from reference in type.DeclaringSyntaxReferences
                    let declaration = reference.GetSyntax(problem.Cancellation) as TypeDeclarationSyntax
                    let document = problem.DocumentOf(reference.SyntaxTree)
                    where declaration is not null && document is not null
                    select new Fix(Title, new Change(document, editor => editor.ReplaceNode(declaration, (now, generator) => Mark(generator, now, row))));
        return first.Take(1);
    }

    // Several column transformers may name the same type.
    private static SyntaxNode Mark(SyntaxGenerator generator, SyntaxNode declaration, INamedTypeSymbol row)
    {
        var type = (TypeDeclarationSyntax)declaration;
        return type.HasAnnotations(nameof(MarkRowCodeFix))
            ? type
            : AttributeCode.Add(generator, MakePartialCodeFix.MakePartial(type), row).WithAdditionalAnnotations(new SyntaxAnnotation(nameof(MarkRowCodeFix)));
    }
}
