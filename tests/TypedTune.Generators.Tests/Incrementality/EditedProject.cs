using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTune.Generators.Tests.Incrementality;

/// <summary>A project that is edited file by file while one generator driver follows it.</summary>
internal sealed class EditedProject
{
    private GeneratorDriver _driver = Compiling.Driver();

    public EditedProject(params string[] sources)
    {
        Compilation = Compiling.Compilation(sources);
        Follow();
    }

    public CSharpCompilation Compilation { get; private set; }

    public GeneratorRunResult Result { get; private set; }

    /// <summary>The texts generated, by file.</summary>
    public IReadOnlyDictionary<string, string> Texts => TextsOf(Result);

    /// <summary>Replaces text in the file that holds it, which must be one.</summary>
    public EditedProject Replace(string before, string after)
    {
        var tree = Compilation.SyntaxTrees.Single(tree => tree.ToString().Contains(before, StringComparison.Ordinal));
        Compilation = Compilation.ReplaceSyntaxTree(tree, Parse(tree.ToString().Replace(before, after, StringComparison.Ordinal), tree.FilePath));
        return Follow();
    }

    /// <summary>Gives a file another content.</summary>
    public EditedProject SetFile(string path, string source)
    {
        Compilation = Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees.Single(tree => tree.FilePath == path), Parse(source, path));
        return Follow();
    }

    public EditedProject Add(string source, string path)
    {
        Compilation = Compilation.AddSyntaxTrees(Parse(source, path));
        return Follow();
    }

    public EditedProject Reverse()
    {
        var trees = Compilation.SyntaxTrees.Reverse().ToArray();
        Compilation = Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        return Follow();
    }

    /// <summary>The files whose text was emitted again, rather than taken from the run before.</summary>
    public IEnumerable<string> Emitted() => Result.TrackedOutputSteps
        .SelectMany(steps => steps.Value)
        .SelectMany(step => step.Outputs)
        .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified or IncrementalStepRunReason.Unchanged)
        .SelectMany(output => ((System.Collections.IEnumerable)((System.Runtime.CompilerServices.ITuple)output.Value)[0]!).Cast<object>().Select(HintNameOf))
        .Order(StringComparer.Ordinal);

    /// <summary>What a driver that knows nothing makes of the same project, parsed anew.</summary>
    public IReadOnlyDictionary<string, string> FromScratch()
    {
        var trees = Compilation.SyntaxTrees.Select(tree => Parse(tree.ToString(), tree.FilePath)).ToArray();
        var fresh = Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        return TextsOf(Compiling.Driver().RunGenerators(fresh, TestContext.Current.CancellationToken).GetRunResult().Results.Single());
    }

    private EditedProject Follow()
    {
        _driver = _driver.RunGenerators(Compilation, TestContext.Current.CancellationToken);
        Result = _driver.GetRunResult().Results.Single();
        Assert.Null(Result.Exception);
        return this;
    }

    private static Dictionary<string, string> TextsOf(GeneratorRunResult result) => result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static string HintNameOf(object source) => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!;

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Compiling.ParseOptions, path);
}
