using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads what is said of a property, for the member that stands for it.</summary>
internal static class Documentation
{
    /// <summary>The inner XML of a property's summary, on one line; empty where there is none. That of a positional one is its parameter's, an overriding one may have its base's.</summary>
    public static string Summary(this IPropertySymbol property)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            if (Element(current, "<summary>", "</summary>") is { Length: > 0 } summary)
                return summary;
        }

        return property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax
            ? Element(property.ContainingType, $"<param name=\"{property.Name}\">", "</param>")
            : "";
    }

    /// <summary>The value that a property starts with, as written; empty where it is not shown, or too long to show.</summary>
    public static string DefaultText(this IPropertySymbol property)
    {
        const int Longest = 60;
        var value = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax { Initializer.Value: { } initial } => initial,
            ParameterSyntax { Default.Value: { } initial } => initial,
            _ => null,
        };
        string text = value is null or ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } ? "" : value.ToString();
        return text.Length > Longest || text.IndexOf('\n') >= 0 ? "" : text;
    }

    public static string? Cref(this IPropertySymbol property) =>
        property.ContainingType.FullName() is var type && type.IndexOf('<') < 0 ? $"{type}.{property.Name.Escaped()}" : null;

    private static string Element(ISymbol symbol, string opening, string closing)
    {
        string xml = symbol.GetDocumentationCommentXml() ?? "";
        int start = xml.IndexOf(opening, StringComparison.Ordinal);
        int end = start < 0 ? -1 : xml.IndexOf(closing, start, StringComparison.Ordinal);
        return end < 0
            ? ""
            : string.Join(" ", xml.Substring(start + opening.Length, end - start - opening.Length).Split(['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }
}
