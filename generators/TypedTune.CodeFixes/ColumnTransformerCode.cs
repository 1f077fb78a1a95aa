using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    public static ExpressionSyntax NameOf(Problem problem, INamedTypeSymbol row, string column) =>
        SyntaxFactory.ParseExpression($"nameof({row.ToMinimalDisplayString(problem.Model, problem.Node.SpanStart)}.{column.Escaped()})");
}
