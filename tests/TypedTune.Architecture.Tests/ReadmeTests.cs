using System.Text.RegularExpressions;

namespace TypedTune.Architecture.Tests;

/// <summary>The README shows code that stands elsewhere and is compiled there.</summary>
public sealed partial class ReadmeTests
{
    private static string Readme { get; } = Repository.Read("README.md");

    [Fact]
    public void EverySnippet_IsTheRegionItNames()
    {
        var snippets = SnippetPattern().Matches(Readme);

        Assert.True(snippets.Count >= 5);
        Assert.All(snippets, snippet => Assert.Equal(
            Region(snippet.Groups["file"].Value, snippet.Groups["region"].Value),
            snippet.Groups["code"].Value));
    }

    [Fact]
    public void EveryCodeBlock_IsASnippetOrAnExcerpt() => Assert.Equal(
        Regex.Count(Readme, "^```csharp", RegexOptions.Multiline),
        SnippetPattern().Count(Readme) + ExcerptPattern().Count(Readme));

    [Fact]
    public void Chapter_IsUnderThirtyLines() =>
        Assert.True(Region("samples/Housing/Chapter.cs", "chapter").Split('\n').Length < 30);

    [Fact]
    public void GeneratedCode_StandsInTheVerifiedOutput()
    {
        var excerpt = Assert.Single(ExcerptPattern().Matches(Readme));
        string[] verified = [.. Repository.Read(excerpt.Groups["file"].Value).Split('\n').Select(line => line.Trim())];

        Assert.All(excerpt.Groups["code"].Value.Split('\n'), line => Assert.Contains(line, verified));
    }

    private static string Region(string file, string name)
    {
        string[] lines = Repository.Read(file).Split('\n');
        int start = Array.FindIndex(lines, line => line.Trim() == $"#region {name}");
        Assert.True(start >= 0, $"{file} has no region {name}.");
        int end = Array.FindIndex(lines, start, line => line.Trim() == "#endregion");
        string[] inside = lines[(start + 1)..end];
        int indent = inside.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', inside.Select(line => line.Length == 0 ? line : line[indent..])).Trim('\n');
    }

    [GeneratedRegex("<!-- snippet: (?<file>[^#]+)#(?<region>\\S+) -->\n```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex SnippetPattern();

    [GeneratedRegex("<!-- excerpt: (?<file>\\S+) -->\n```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex ExcerptPattern();
}
