using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Tests.Emission;

/// <summary>What another assembly sees of generated code: spaces to nest, bases to extend, bounds to hold, and what completion lists.</summary>
public sealed class OtherAssemblyTests
{
    private const string LibrarySource = """
        namespace Library;

        public partial record Tree
        {
            /// <summary>How deep.</summary>
            [Hyperparameter(Min = 1, Max = 9)] public int Depth { get; init; } = 3;
            [Hyperparameter] public Leaf Leaf { get; init; } = new();
            [OneOf<Leaf, Tree>] public object Any { get; init; } = new Leaf();
            [OneOf<Leaf, Own>] public object Part { get; init; } = new Leaf();
            [Hyperparameter] internal int Hidden { get; init; }
        }

        internal sealed partial record Own
        {
            [Hyperparameter] public bool IsOwn { get; init; }
        }

        public sealed partial record Leaf
        {
            [Hyperparameter] public bool IsPure { get; init; }
        }
        """;

    [Fact]
    public void SpaceOfAnotherAssembly_NestsAndIsInherited()
    {
        var (compilation, diagnostics) = Consume("""
            public sealed partial record Forest { [Hyperparameter] public Library.Tree Tree { get; init; } = new(); }
            public sealed partial record Deep : Library.Tree { [Hyperparameter] public int Width { get; init; } }
            public static class Use
            {
                public static Grid<Forest> Grid => Forest.Space.Tree.Leaf.IsPure.Any() * Forest.Space.Tree.Depth.In(1);
                public static Grid<Deep> Other => Deep.Space.Depth.In(1) * Deep.Space.Width.In(2) * Deep.Space.Any.Leaf.IsPure.Any() * Deep.Space.Part.Any();
            }
            """);

        Assert.Empty(diagnostics);
        Assert.NotNull(compilation.GetTypeByMetadataName("Deep")!.GetTypeMembers("Hyperparameters", 1).SingleOrDefault());
    }

    [Fact]
    public async Task BoundsOfAnotherAssembly_AreHeld()
    {
        var (compilation, _) = Consume("public static class Use { public static Grid<Library.Tree> Grid => Library.Tree.Space.Depth.In(10); }");

        var diagnostic = Assert.Single(await compilation.WithAnalyzers(Compiling.Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Depth must be at least 1 and at most 9, but is 10", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("Hyperparameters`1", "All, Any, Depth, Describe, GetType, Leaf, Part")]
    [InlineData("Hyperparameters`1+AnyOptions", "All, Any, GetType, In, Leaf, Tree")]
    public void Completion_ListsHyperparametersAndParts(string type, string expected)
    {
        var (compilation, _) = Consume("");

        var listed = Visible(compilation.GetTypeByMetadataName($"Library.Tree+{type}")!);

        Assert.Equal(expected, string.Join(", ", listed));
    }

    [Fact]
    public void CompletionAfterAParameter_ListsItsRanges()
    {
        var (compilation, _) = Consume("");

        var listed = Visible(compilation.GetTypeByMetadataName("TypedTune.IntegerParameter`2")!);

        Assert.Equal("All, GetType, In, LogNormal, LogUniform, Normal, Uniform", string.Join(", ", listed));
    }

    [Fact]
    public void GeneratedMember_HasThePropertysDocumentationRangeAndDefault()
    {
        var compilation = Compiling.Compilation(LibrarySource);
        Compiling.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _, TestContext.Current.CancellationToken);

        var depth = updated.GetTypeByMetadataName("Library.Tree+Hyperparameters`1")!.GetMembers("Depth").Single();

        string documentation = depth.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("<summary>How deep. Legal values: at least 1 and at most 9. Default: <c>3</c>.</summary>", documentation, StringComparison.Ordinal);
        Assert.Contains("<seealso cref=\"P:Library.Tree.Depth\"/>", documentation, StringComparison.Ordinal);
    }

    [Fact]
    public void GeneratedMembers_AreMarkedAndTheTypeIsNot()
    {
        var compilation = Compiling.Compilation(LibrarySource);
        Compiling.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _, TestContext.Current.CancellationToken);
        var type = updated.GetTypeByMetadataName("Library.Tree")!;

        var generated = type.GetMembers().Where(member => member.IsGenerated() && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet });
        Assert.All(generated, member => Assert.Equal(["GeneratedCodeAttribute", "DebuggerNonUserCodeAttribute", "ExcludeFromCodeCoverageAttribute"], member.GetAttributes().Select(attribute => attribute.AttributeClass!.Name)));
        Assert.True(generated.Count() >= 4);
        Assert.Empty(type.GetAttributes());
    }

    // As an editor lists them after a dot: public instance members that no attribute hides.
    private static IEnumerable<string> Visible(INamedTypeSymbol type)
    {
        var seen = new Dictionary<string, bool>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(member => member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } && !member.IsStatic && member.DeclaredAccessibility == Accessibility.Public))
                seen.TryAdd(member.Name, member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments[0].Value is 1));
        }

        return seen.Where(member => !member.Value).Select(member => member.Key).Order(StringComparer.Ordinal);
    }

    private static (Compilation Compilation, IReadOnlyList<Diagnostic> Diagnostics) Consume(string source)
    {
        var compilation = Compiling.Compilation(source).AddReferences(Compiling.Library(LibrarySource));
        Compiling.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _, TestContext.Current.CancellationToken);
        return (updated, [.. updated.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)]);
    }
}
