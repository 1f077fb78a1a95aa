using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators.Tests.Emission;
using TypedTune.Testing;

namespace TypedTune.Generators.Tests.Robustness;

/// <summary>The user code of the other tests, as projects to be mutated.</summary>
internal static class Corpus
{
    private static readonly IReadOnlyList<string> Model = [UserCode.District, UserCode.Model];

    public static IReadOnlyList<IReadOnlyList<string>> Projects { get; } =
    [
        .. Declarations.All.Values.Select(declaration => new[] { declaration.Source, Program(declaration.Expression) }),
        .. Literals().Where(IsDeclaration).Select(text => IsOfTheModel(text) ? [.. Model, text] : new[] { text }),
        .. Literals().Where(IsExpression).Select(text => (string[])[.. Model, UserCode.Statements(text.Contains(';', StringComparison.Ordinal) ? text : $"_ = {text};")]),
    ];

    /// <summary>Every word and sign of the corpus, as often as it occurs.</summary>
    public static IReadOnlyList<string> Tokens { get; } =
        [.. Projects.SelectMany(files => files).SelectMany(text => SyntaxFactory.ParseTokens(text)).Select(token => token.Text).Where(text => text.Length > 0)];

    // The texts in the sources of tests, in an order that no file system changes.
    private static IEnumerable<string> Literals() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "TypedTune.Generators.Tests"), "*Tests.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !file.Contains("Robustness", StringComparison.Ordinal)
        from literal in CSharpSyntaxTree.ParseText(File.ReadAllText(file), Compiling.ParseOptions).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.Token.Value is string { Length: > 12 }
        select literal.Token.ValueText;

    private static bool IsDeclaration(string text) =>
        text.Contains('{', StringComparison.Ordinal) && (text.Contains("record ", StringComparison.Ordinal) || text.Contains("class ", StringComparison.Ordinal) || text.Contains("struct ", StringComparison.Ordinal));

    private static bool IsExpression(string text) =>
        !IsDeclaration(text) && (text.Contains("p.", StringComparison.Ordinal) || text.Contains("new ", StringComparison.Ordinal) || text.Contains(".Fit(", StringComparison.Ordinal)) && text.Contains('(', StringComparison.Ordinal);

    private static bool IsOfTheModel(string text) => text.Contains("HousingModel", StringComparison.Ordinal) || text.Contains("District", StringComparison.Ordinal);

    private static string Program(string expression) => $$"""
        public static class Program
        {
            public static string Run() => string.Join(" | ", {{expression}});
        }
        """;
}
