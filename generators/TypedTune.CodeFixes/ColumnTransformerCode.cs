using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TypedTune.Generators;
using TypedTune.Generators.Parsing;

namespace TypedTune.CodeFixes;

/// <summary>What the fixes of column transformers write and ask.</summary>
internal static class ColumnTransformerCode
{
    /// <summary>The type that a problem's place is in.</summary>
    public static INamedTypeSymbol? TypeAround(Problem problem) =>
        problem.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? problem.Model.GetDeclaredSymbol(declaration, problem.Cancellation) as INamedTypeSymbol : null;

    /// <summary>The row type of a column transformer.</summary>
    public static INamedTypeSymbol? RowOf(INamedTypeSymbol? type) =>
        type?.FindAttribute(KnownNames.ColumnTransformer)?.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;

    /// <summary>A column's name as <c>nameof(District.Latitude)</c>.</summary>
    public static SyntaxNode NameOf(SyntaxGenerator generator, INamedTypeSymbol row, string column) =>
        generator.NameOfExpression(generator.MemberAccessExpression(generator.TypeExpression(row), generator.IdentifierName(column.Escaped()))).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>An attribute, named as briefly as its place allows.</summary>
    public static SyntaxNode Attribute(SyntaxGenerator generator, INamedTypeSymbol type, IEnumerable<SyntaxNode>? arguments = null) =>
        generator.Attribute(generator.TypeExpression(type), arguments).WithAdditionalAnnotations(Simplifier.Annotation);
}
