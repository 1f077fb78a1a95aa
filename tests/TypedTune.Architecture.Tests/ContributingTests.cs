using System.Text.RegularExpressions;

namespace TypedTune.Architecture.Tests;

/// <summary>CONTRIBUTING.md names files, folders and test classes that are there.</summary>
public sealed partial class ContributingTests
{
    private static readonly string[] s_named = [.. Names(Repository.Read("CONTRIBUTING.md"))];

    [Fact]
    public void EveryFileAndFolder_Exists()
    {
        string[] paths = [.. s_named.Where(IsPath)];

        Assert.True(paths.Length > 40, $"Only {paths.Length} files and folders were found; the test does not see the text.");
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"There is no {path}."));
    }

    [Fact]
    public void EveryTestClass_Exists()
    {
        string[] classes = [.. s_named.Where(name => TestClassPattern().IsMatch(name))];

        Assert.True(classes.Length > 6, $"Only {classes.Length} test classes were found; the test does not see the text.");
        Assert.All(classes, name => Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), $"{name}.cs", SearchOption.AllDirectories)));
    }

    [Fact]
    public void EveryContract_IsNamed() => Assert.Empty(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "TypedTune.Contracts"), "*Contract.cs")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Except(s_named));

    [Fact]
    public void NamesInCommands_AreLeftOut() => Assert.Equal(["src/TypedTune", "Seed"], Names("a `src/TypedTune`\n```sh\ncat `nowhere/at.all`\n```\nand a `Seed`"));

    // A name without a folder is a type, or a file that several projects have.
    private static bool IsPath(string name) => name.Contains('/', StringComparison.Ordinal) || name is "src" or "tests" or "samples" or "generators";

    private static IEnumerable<string> Names(string text) => NamePattern().Matches(BlockPattern().Replace(text, "")).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex BlockPattern();

    [GeneratedRegex("`(?<name>[^`\n]+)`")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^\\w+(Contract|Tests)$")]
    private static partial Regex TestClassPattern();
}
