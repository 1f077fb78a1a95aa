using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.Generators.Tests.Architecture;

/// <summary>Inside a project a folder uses only itself and folders listed above it; the core knows nothing of learning.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Core = ["Annotations", "Randomness", "Spaces", "Trials", "Samplers", "Execution", "Studies"];

    private static readonly string[] Learning =
        ["Data", "Persistence", "Splitting", "Estimators", "Planning", "Execution", "Preprocessing", "Trees|Forests", "Linear", "Neighbors", "Clustering", "Ensembles", "Metrics", "Searching", "Validation", "Inspection"];

    public static TheoryData<string, string[]> Projects => new()
    {
        { "TypedTune", Core },
        { "TypedTune.Learning", Learning },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_UseOnlyThoseAboveThem(string project, string[] order)
    {
        var compilation = Compile(project);
        var violations = new SortedSet<string>(StringComparer.Ordinal);
        int seen = 0;
        foreach (var tree in compilation.SyntaxTrees)
        {
            int own = PlaceOf(order, FolderOf(tree.FilePath, project));
            if (own < 0)
                continue;
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol;
                var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                foreach (var location in type?.OriginalDefinition.Locations ?? [])
                {
                    int used = location.SourceTree is { } source ? PlaceOf(order, FolderOf(source.FilePath, project)) : -1;
                    seen += used >= 0 ? 1 : 0;
                    if (used > own)
                        violations.Add($"{Path.GetFileName(tree.FilePath)} in {order[own]} uses {type!.Name} of {order[used]}");
                }
            }
        }

        Assert.True(seen > 100, $"Only {seen} uses of the project's own types were found; the test does not see the code.");
        Assert.Empty(violations);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryFolder_HasItsPlaceInTheOrder(string project, string[] order)
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src", project)).Select(path => Path.GetFileName(path)).Except(["bin", "obj"]);

        Assert.DoesNotContain(folders, folder => PlaceOf(order, folder) < 0);
    }

    [Fact]
    public void Core_DoesNotReferToLearning() =>
        Assert.DoesNotContain(typeof(Grid<>).Assembly.GetReferencedAssemblies(), reference => reference.Name == "TypedTune.Learning");

    // Folders on one line of the order still need each other.
    private static int PlaceOf(string[] order, string folder) => Array.FindIndex(order, level => level.Split('|').Contains(folder));

    private static string FolderOf(string path, string project) =>
        path.Length == 0 ? "" : Path.GetRelativePath(Path.Combine(Repository.Root, "src", project), path).Split(Path.DirectorySeparatorChar)[0];

    private static CSharpCompilation Compile(string project)
    {
        const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        string folder = Path.Combine(Repository.Root, "src", project);
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => FolderOf(file, project) is not ("bin" or "obj"));
        ImmutableArray<MetadataReference> references =
        [
            .. Basic.Reference.Assemblies.Net100.References.All,
            .. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
                .Where(file => Path.GetFileNameWithoutExtension(file) is "MathNet.Numerics" or "CsvHelper" || (project != "TypedTune" && Path.GetFileNameWithoutExtension(file) == "TypedTune"))
                .Select(file => MetadataReference.CreateFromFile(file)),
        ];
        var compilation = CSharpCompilation.Create(
            project,
            files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Compiling.ParseOptions, file)).Prepend(CSharpSyntaxTree.ParseText(Usings, Compiling.ParseOptions, Path.Combine(folder, "Usings.cs"))),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Compiling.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _, TestContext.Current.CancellationToken);
        return (CSharpCompilation)updated;
    }
}
