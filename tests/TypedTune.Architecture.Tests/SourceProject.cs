using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators;

namespace TypedTune.Architecture.Tests;

/// <summary>A project as its sources say it, compiled in memory together with what the generator adds.</summary>
internal sealed class SourceProject
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private readonly Dictionary<SyntaxTree, string> _files;
    private readonly CSharpCompilation _compilation;
    private readonly Lazy<IReadOnlyList<TypeUse>> _uses;

    private SourceProject(string name, IEnumerable<(string File, string Text)> sources, IEnumerable<MetadataReference> references)
    {
        Name = name;
        _files = sources.ToDictionary(source => (SyntaxTree)CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.File), source => source.File);
        var compilation = CSharpCompilation.Create(
            name,
            _files.Keys.Prepend(CSharpSyntaxTree.ParseText(Usings, ParseOptions)),
            [.. Basic.Reference.Assemblies.Net100.References.All, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        CSharpGeneratorDriver.Create([new SpaceGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        _compilation = (CSharpCompilation)updated;
        _uses = new Lazy<IReadOnlyList<TypeUse>>(() => [.. _files.AsParallel().AsOrdered().SelectMany(file => FindUses(file.Key, file.Value))]);
    }

    /// <summary>The project's name, as <c>TypedTune.Learning</c>.</summary>
    public string Name { get; }

    /// <summary>The files, from the project's folder on, with <c>/</c> between folders.</summary>
    public IEnumerable<string> Files => _files.Values;

    /// <summary>Which file uses which type of another one. Doc comments and generated code do not count.</summary>
    public IReadOnlyList<TypeUse> Uses => _uses.Value;

    /// <summary>The types that are declared in the project's files, nested ones after the type that holds them.</summary>
    public IEnumerable<INamedTypeSymbol> Types => TypesIn(_compilation.Assembly.GlobalNamespace).Where(type => FileOf(type) is not null);

    /// <summary>Reads a project of the repository.</summary>
    /// <param name="folder">Where it is, as <c>src/TypedTune</c>.</param>
    public static SourceProject Read(string folder)
    {
        string root = Path.Combine(Repository.Root, folder);
        string name = Path.GetFileName(folder);
        string[] files = [.. Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
        return new SourceProject(name, files.Select(file => (file, File.ReadAllText(Path.Combine(root, file)))), ReferencesOf(name));
    }

    /// <summary>A project of a few written files: what shows that a check can fail.</summary>
    /// <param name="sources">Files from the project's folder on, with their text.</param>
    public static SourceProject From(params (string File, string Text)[] sources) => new("Written", sources, []);

    /// <summary>The file that declares a type; null where only generated code does, or another assembly.</summary>
    public string? FileOf(INamedTypeSymbol type) =>
        type.Locations.Select(location => location.SourceTree is { } tree ? _files.GetValueOrDefault(tree) : null).FirstOrDefault(file => file is not null);

    /// <summary>Whether a member stands in the project's files, and not in generated code alone.</summary>
    public bool IsWritten(ISymbol symbol) => symbol.Locations.Any(location => location.SourceTree is { } tree && _files.ContainsKey(tree));

    private HashSet<TypeUse> FindUses(SyntaxTree tree, string file)
    {
        var uses = new HashSet<TypeUse>();
        var model = _compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes().Where(node => node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax))
        {
            var symbol = model.GetSymbolInfo(node).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            if (type is not null && FileOf(type.OriginalDefinition) is { } used && used != file)
                uses.Add(new TypeUse(file, type.Name, used));
        }

        return uses;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var inner in TypesIn(member))
                yield return inner;
        }
    }

    // Beside the tests lies every assembly that the projects refer to.
    private static ImmutableArray<MetadataReference> ReferencesOf(string name)
    {
        string[] assemblies = name switch
        {
            "TypedTune" => ["MathNet.Numerics"],
            "TypedTune.Learning" => ["MathNet.Numerics", "CsvHelper", "TypedTune"],
            "TypedTune.Arrow" => ["MathNet.Numerics", "Apache.Arrow", "Apache.Arrow.Compression", "TypedTune", "TypedTune.Learning"],
            "TypedTune.Generators" => ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"],
            "TypedTune.CodeFixes" => ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition.AttributedModel", "TypedTune.Generators"],
            _ => throw new ArgumentException($"What does {name} refer to? Add it here."),
        };
        return [.. assemblies.Select(assembly => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")))];
    }
}
