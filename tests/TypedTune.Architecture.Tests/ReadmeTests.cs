using System.Text.RegularExpressions;

namespace TypedTune.Architecture.Tests;

/// <summary>The README and the pages of <c>docs</c> show code that stands elsewhere and is compiled there, and their links lead somewhere.</summary>
public sealed partial class ReadmeTests
{
    private const int LongestReadme = 8_192;

    /// <summary>The README and each page, from the repository's root.</summary>
    public static TheoryData<string> Pages { get; } =
        ["README.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static string AllPages { get; } = string.Join('\n', Pages.Select(page => Repository.Read(page.Data)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void EverySnippet_IsTheRegionItNames(string page) => Assert.All(SnippetPattern().Matches(Repository.Read(page)), snippet => Assert.Equal(
        snippet.Groups["region"].Success ? Region(snippet.Groups["file"].Value, snippet.Groups["region"].Value) : Repository.Read(snippet.Groups["file"].Value).TrimEnd('\n'),
        snippet.Groups["code"].Value));

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryCodeBlock_IsASnippetOrAnExcerpt(string page)
    {
        string text = Repository.Read(page);

        Assert.Equal(Regex.Count(text, @"^\s*```\s*(csharp|cs|c#)\b", RegexOptions.Multiline | RegexOptions.IgnoreCase), SnippetPattern().Count(text) + ExcerptPattern().Count(text));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryRelativeLink_LeadsToAFileAndHeading(string page) => Assert.All(Links(page), link =>
    {
        string file = link.Path.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, link.Path)));

        Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), $"{page} links to {link.Path}, which is not there.");
        if (link.Heading.Length > 0)
            Assert.Contains(link.Heading, Headings(Repository.Read(file)));
    });

    [Fact]
    public void Patterns_FindWhatThereIs()
    {
        Assert.True(SnippetPattern().Count(AllPages) > 20);
        Assert.True(Pages.Sum(page => Links(page.Data).Count()) > 20);
        Assert.Equal(["how-it-is-built", "ask-and-tell"], Headings("# How it is built\n```sh\n# no heading\n```\n## Ask and `Tell`\n"));
    }

    [Fact]
    public void EveryPage_IsLinkedFromTheReadme() => Assert.Empty(
        Pages.Select(page => page.Data).Where(page => page != "README.md").Except(Links("README.md").Select(link => link.Path)));

    [Fact]
    public void Readme_IsShort() => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Repository.Read("README.md")), 1, LongestReadme);

    [Fact]
    public void Chapter_IsUnderThirtyLines() =>
        Assert.True(Region("samples/Housing/Chapter.cs", "chapter").Split('\n').Length < 30);

    [Fact]
    public void GeneratedCode_StandsInTheVerifiedOutput()
    {
        var excerpt = Assert.Single(ExcerptPattern().Matches(AllPages));
        string[] verified = [.. Repository.Read(excerpt.Groups["file"].Value).Split('\n').Select(line => line.Trim())];

        Assert.All(excerpt.Groups["code"].Value.Split('\n'), line => Assert.Contains(line, verified));
    }

    private static IEnumerable<(string Path, string Heading)> Links(string page) => LinkPattern().Matches(BlockPattern().Replace(Repository.Read(page), ""))
        .Where(link => !link.Groups["path"].Value.Contains("://", StringComparison.Ordinal))
        .Select(link => (link.Groups["path"].Value, link.Groups["heading"].Value));

    // The anchors that GitHub gives to headings.
    private static IEnumerable<string> Headings(string text) => HeadingPattern().Matches(BlockPattern().Replace(text, ""))
        .Select(heading => string.Concat(heading.Groups["text"].Value.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).ToLowerInvariant().Replace(' ', '-'));

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

    [GeneratedRegex("<!-- snippet: (?<file>[^# \n]+)(#(?<region>\\S+))? -->\n```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex SnippetPattern();

    [GeneratedRegex("<!-- excerpt: (?<file>\\S+) -->\n```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex ExcerptPattern();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex BlockPattern();

    [GeneratedRegex("\\]\\((?<path>[^)#\\s]*)(#(?<heading>[^)\\s]+))?\\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();
}
