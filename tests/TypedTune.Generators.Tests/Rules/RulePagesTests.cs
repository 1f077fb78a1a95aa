using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedTune.CodeFixes;
using TypedTune.Generators.Tests.Fixes;
using TypedTune.Testing;

namespace TypedTune.Generators.Tests.Rules;

/// <summary>Every rule has a page whose code it reports, a row in the release list, an analyzer, and a row in the index.</summary>
public sealed partial class RulePagesTests
{
    private static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> Rules = typeof(Descriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(field => field.GetValue(null))
        .OfType<DiagnosticDescriptor>()
        .ToDictionary(rule => rule.Id);

    private static readonly CodeFixProvider[] Fixers = [.. EveryFixTests.Fixers.Select(fixer => (CodeFixProvider)Activator.CreateInstance(fixer.Data)!)];

    public static TheoryData<string> Ids => [.. Rules.Keys.Order(StringComparer.Ordinal)];

    // What a project says is no code of a page.
    public static TheoryData<string> IdsOfCode => [.. Rules.Keys.Where(id => id != Descriptors.OldLanguage.Id).Order(StringComparer.Ordinal)];

    public static TheoryData<string> FixableIds => [.. Fixers.SelectMany(fixer => fixer.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_IsOfTheRule(string id)
    {
        var rule = Rules[id];
        var page = new RulePage(id);

        Assert.Equal([$"# {id}: {rule.Title}", $"**Severity:** {rule.DefaultSeverity} · **Category:** {rule.Category}"], page.Head.Take(2));
        Assert.Equal(3, page.Head.Count);
        Assert.Equal(IsFixable(id) ? ["Why", "Reported", "Instead", "Fix"] : ["Why", "Reported", "Instead"], page.Sections);
        Assert.Empty(rule.HelpLinkUri);
    }

    [Fact]
    public void EveryPage_HasARule() => Assert.Equal(
        Rules.Keys.Append("README").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Repository.Root, RulePage.Folder)).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(IdsOfCode))]
    public async Task ReportedCode_BreaksThisRuleAlone(string id)
    {
        var reported = await Compiling.DiagnoseAll(new RulePage(id).Code("Reported"));

        Assert.Contains(reported, diagnostic => diagnostic.Id == id);
        Assert.DoesNotContain(reported, diagnostic => diagnostic.Id != id && diagnostic.Severity == DiagnosticSeverity.Error && !FollowsFrom(id, diagnostic));
        Assert.DoesNotContain(reported, diagnostic => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
    }

    [Theory]
    [MemberData(nameof(IdsOfCode))]
    public async Task InsteadCode_CompilesAndKeepsTheRule(string id) => Assert.DoesNotContain(
        await Compiling.DiagnoseAll(new RulePage(id).Code("Instead")),
        diagnostic => diagnostic.Id == id || diagnostic.Severity == DiagnosticSeverity.Error);

    [Theory]
    [MemberData(nameof(FixableIds))]
    public async Task ReportedCode_IsOfferedAFix(string id)
    {
        var offered = new List<string>();
        foreach (var fixer in Fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(id)))
            offered.AddRange(await new FixCase(fixer, id).Titles(new RulePage(id).Code("Reported")));

        Assert.NotEmpty(offered);
    }

    [Fact]
    public void ReleaseList_IsOfTheRulesAndTheirAnalyzers() => Assert.Equal(
        Rules.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => (rule.Id, rule.Category, $"{rule.DefaultSeverity}", AnalyzerOf(rule))),
        new[] { "Shipped", "Unshipped" }
            .SelectMany(list => ReleasePattern().Matches(Repository.Read($"generators/TypedTune.Generators/AnalyzerReleases.{list}.md")))
            .Select(row => (row.Groups["id"].Value, row.Groups["category"].Value, row.Groups["severity"].Value, row.Groups["analyzer"].Value)));

    [Fact]
    public void Index_IsOfTheRules() => Assert.Equal(
        Rules.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
            (rule.Category, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} | {(IsFixable(rule.Id) ? "yes" : "no")} |")),
        Repository.Read($"{RulePage.Folder}/README.md").Split("\n## ").Skip(1).Select(section => section.Split('\n'))
            .SelectMany(lines => lines.Where(line => line.StartsWith("| [", StringComparison.Ordinal)).Select(line => (lines[0], line))));

    // A type that breaks a rule of the generator gets nothing generated, which methods miss that a build does not come to. What
    // the compiler refuses as well, the page says.
    private static bool FollowsFrom(string id, Diagnostic diagnostic) => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)
        && (Rules[id].CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) || Repository.Read($"{RulePage.Folder}/{id}.md").Contains(diagnostic.Id, StringComparison.Ordinal));

    // The generator's own rules cannot be turned off, as nothing is generated either way.
    private static string AnalyzerOf(DiagnosticDescriptor rule) => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)
        ? nameof(SpaceGenerator)
        : Assert.Single(Compiling.Analyzers, analyzer => analyzer.SupportedDiagnostics.Contains(rule)).GetType().Name;

    private static bool IsFixable(string id) => Fixers.Any(fixer => fixer.FixableDiagnosticIds.Contains(id));

    [GeneratedRegex(@"^(?<id>TT\d{4}) +\| (?<category>\S+) \| (?<severity>\S+) \| (?<analyzer>\w+)$", RegexOptions.Multiline)]
    private static partial Regex ReleasePattern();
}
