using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Projects that share their references, which are read once for all of them.</summary>
internal static class Project
{
    private static readonly CSharpCompilation Shared = WithoutWarningsAsErrors(Compiling.Compilation());
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, Tuple<CSharpCompilation, GeneratorDriver>> Followed = [];

    public static CSharpCompilation Of(IEnumerable<string> files) => Shared.AddSyntaxTrees([.. files.Select(Parse)]);

    /// <summary>What the generator makes of a project after an edit, which must be what it makes of the same project met afresh.</summary>
    public static (CSharpCompilation Source, IReadOnlyDictionary<string, string> Generated, ImmutableArray<Diagnostic> Reported) Generate(Edit edit)
    {
        var (before, driver) = Followed.GetValue(edit.Before, static files => Follow(Of(files)));
        var edited = before.ReplaceSyntaxTree(before.SyntaxTrees[edit.File + 1], Parse(edit.Text, edit.File));
        var followed = Result(driver.RunGenerators(edited));
        var fresh = Result(Fresh().RunGenerators(Of(edit.After)));
        Assert.Equal(Texts(fresh), Texts(followed));
        Assert.Equal(Said(fresh), Said(followed));
        return (edited, Texts(fresh), followed.Diagnostics);
    }

    public static SyntaxTree Parse(string text, int file) => CSharpSyntaxTree.ParseText(text, Compiling.ParseOptions, $"File{file}.cs");

    // The generator has met the very trees that an edit leaves as they are.
    private static Tuple<CSharpCompilation, GeneratorDriver> Follow(CSharpCompilation project) => Tuple.Create(project, Fresh().RunGenerators(project));

    private static GeneratorDriver Fresh() => CSharpGeneratorDriver.Create([new SpaceGenerator().AsSourceGenerator()], parseOptions: Compiling.ParseOptions);

    private static GeneratorRunResult Result(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception)
            Assert.Fail($"The generator throws.\n{exception}");
        return result;
    }

    private static Dictionary<string, string> Texts(GeneratorRunResult result) => result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static IEnumerable<string> Said(GeneratorRunResult result) => result.Diagnostics.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal);

    private static CSharpCompilation WithoutWarningsAsErrors(CSharpCompilation compilation) =>
        compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithConcurrentBuild(false));
}
