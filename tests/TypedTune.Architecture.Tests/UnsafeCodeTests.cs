using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTune.Architecture.Tests;

/// <summary>No pointers but where an instruction takes one.</summary>
public sealed class UnsafeCodeTests
{
    [Fact]
    public void Libraries_AreUnsafeInOneFile()
    {
        string source = Path.Combine(Repository.Root, "src");
        var unsafeFiles = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.UnsafeKeyword)))
            .Select(Path.GetFileName);

        Assert.Equal(["CacheLine.cs"], unsafeFiles);
    }
}
