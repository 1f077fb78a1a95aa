using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Tests.Incrementality;

/// <summary>The generator keeps nothing of what was typed before: compilations of earlier keys can be collected.</summary>
public sealed class RetentionTests
{
    [Theory]
    [InlineData("return 1;", "return 2;")]
    [InlineData("int Size", "int Sizes")]
    [InlineData("Min = 1", "Min = 2")]
    public void EarlierCompilation_CanBeCollected(string before, string after) =>
        Hold("public sealed partial record Options { [Hyperparameter(Min = 1)] public int Size { get; init; } }", before, after);

    [Theory]
    [InlineData("return 1;", "return 2;")]
    [InlineData("int Size", "int Sizes")]
    public void EarlierCompilationOfATypeWithFailures_CanBeCollected(string before, string after) =>
        Hold("public sealed partial record Options { [Hyperparameter(Min = 1)] public int Size { get; } }", before, after);

    private static void Hold(string options, string before, string after)
    {
        var (earlier, driver) = TypeOneKey(options, before, after);

        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(earlier.TryGetTarget(out _));
        GC.KeepAlive(driver);
    }

    // Kept apart, so that no local variable holds the compilation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference<Compilation> Earlier, GeneratorDriver Driver) TypeOneKey(string options, string before, string after)
    {
        var compilation = Compiling.Compilation(options, "public static class Unrelated { public static int M() { return 1; } }");
        var driver = Compiling.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var tree = compilation.SyntaxTrees.Single(tree => tree.ToString().Contains(before, StringComparison.Ordinal));
        var edited = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(tree.ToString().Replace(before, after, StringComparison.Ordinal))));
        return (new WeakReference<Compilation>(compilation), driver.RunGenerators(edited, TestContext.Current.CancellationToken));
    }
}
