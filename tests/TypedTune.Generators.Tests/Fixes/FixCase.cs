using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>
/// A fixer applied to a user's code. Diagnostics of <paramref name="rule"/> come from the analyzers; or, where
/// <see cref="Marked"/> says what they tell their fix, stand where the code is marked <c>[|so|]</c>.
/// </summary>
internal sealed class FixCase(CodeFixProvider fixer, string rule)
{
    /// <summary>The properties of the marked diagnostics, in the order of the marks; the last one's hold for all after it.</summary>
    public ImmutableDictionary<string, string?>[]? Marked { get; init; }

    /// <summary>Which fix to apply, where a fixer offers several.</summary>
    public string? Title { get; init; }

    /// <summary>Which diagnostic to fix, in their order in the source.</summary>
    public int Which { get; init; }

    public static ImmutableDictionary<string, string?> Properties(params (string Name, string? Value)[] properties) =>
        properties.ToImmutableDictionary(property => property.Name, property => property.Value);

    /// <summary>Fixing the diagnostic makes <paramref name="after"/> of <paramref name="before"/>, which compiles and no longer breaks the rule.</summary>
    public async Task Makes(string before, string after)
    {
        var code = new FixedCode([before], rule, Marked);
        var solution = await code.Apply(await Choose(code));

        Assert.Equal(after, await FixedCode.Text(solution, code.Documents[0]));
        await code.AssertPutRight(solution);
    }

    /// <summary>Fixing all diagnostics makes each of <paramref name="after"/> of its source.</summary>
    public async Task MakesOfAll(FixAllScope scope, string[] before, string[] after)
    {
        var code = new FixedCode(before, rule, Marked);
        var chosen = await Choose(code);
        var document = code.Solution.GetDocument(code.Documents[0])!;
        var context = new FixAllContext(document, fixer, scope, chosen.EquivalenceKey!, [rule], code, TestContext.Current.CancellationToken);
        var everywhere = await fixer.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(everywhere);
        var solution = await code.Apply(everywhere);

        for (int i = 0; i < after.Length; i++)
            Assert.Equal(after[i], await FixedCode.Text(solution, code.Documents[i]));
        if (scope != FixAllScope.Document)
            await code.AssertPutRight(solution);
    }

    public Task MakesOfAll(string before, string after) => MakesOfAll(FixAllScope.Project, [before], [after]);

    /// <summary>The diagnostic is reported, but nothing is offered.</summary>
    public async Task OffersNothing(string source) => Assert.Empty(await Offered(new FixedCode([source], rule, Marked)));

    /// <summary>The titles of what is offered for the diagnostic in the first source.</summary>
    public async Task<IEnumerable<string>> Titles(params string[] sources) =>
        (await Offered(new FixedCode(sources, rule, Marked))).Select(action => action.Title);

    private async Task<CodeAction> Choose(FixedCode code)
    {
        var offered = await Offered(code);
        var chosen = Title is null ? Assert.Single(offered) : Assert.Single(offered, action => action.Title == Title);
        Assert.Equal(chosen.Title, chosen.EquivalenceKey);
        return chosen;
    }

    private async Task<List<CodeAction>> Offered(FixedCode code)
    {
        Assert.Contains(rule, fixer.FixableDiagnosticIds);
        var document = code.Solution.GetDocument(code.Documents[0])!;
        var reported = await code.GetDocumentDiagnosticsAsync(document, TestContext.Current.CancellationToken);
        var offered = new List<CodeAction>();
        var context = new CodeFixContext(document, reported.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ElementAt(Which), (action, _) => offered.Add(action), TestContext.Current.CancellationToken);
        await fixer.RegisterCodeFixesAsync(context);
        return [.. offered.SelectMany(action => action.NestedActions.IsEmpty ? [action] : action.NestedActions)];
    }
}
