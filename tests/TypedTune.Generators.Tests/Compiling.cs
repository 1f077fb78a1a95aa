using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Learning;

namespace TypedTune.Generators.Tests;

/// <summary>Compiles source as a user's project does: with the library, the generator and the analyzers.</summary>
internal static class Compiling
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using TypedTune;
        global using TypedTune.Learning;
        """;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    private static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        MetadataReference.CreateFromFile(typeof(Grid<>).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Table<>).Assembly.Location),
    ];

    public static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "UserCode",
        sources.Prepend(Usings).Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"File{i}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error, checkOverflow: true));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new SpaceGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What the generator writes for a source.</summary>
    public static IReadOnlyList<GeneratedSourceResult> Generate(params string[] sources) =>
        Driver().RunGenerators(Compilation(sources), TestContext.Current.CancellationToken).GetRunResult().Results.Single().GeneratedSources;

    /// <summary>What the generator reports of a compilation that has what it generates already, as that of a project in an editor has.</summary>
    public static ImmutableArray<Diagnostic> Reported(Compilation whole) =>
        Driver().RunGenerators(whole.RemoveSyntaxTrees(whole.SyntaxTrees.Where(IsGenerated))).GetRunResult().Diagnostics;

    /// <summary>Every analyzer of the project.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(SpaceGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What the compiler and the analyzers say about a source: errors and warnings.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Diagnose(params string[] sources) =>
        [.. (await DiagnoseAll(sources)).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>What the compiler and the analyzers say about a source: errors, warnings and, from the analyzers, information.</summary>
    public static Task<IReadOnlyList<Diagnostic>> DiagnoseAll(params string[] sources) => DiagnoseAll(new Dictionary<string, string>(), sources);

    /// <summary>The same under settings of an .editorconfig file.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnoseAll(IReadOnlyDictionary<string, string> settings, params string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(sources), out var compilation, out var generatorFailures, TestContext.Current.CancellationToken);
        var analyzed = await compilation
            .WithAnalyzers(Analyzers, new AnalyzerOptions([], new Settings(settings)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. generatorFailures, .. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), .. analyzed];
    }

    /// <summary>A project's assembly, as others refer to it, with its documentation.</summary>
    public static MetadataReference Library(params string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(sources).WithAssemblyName("Library"), out var compilation, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>Compiles a source, which must raise nothing, and returns what its <c>Program.Run()</c> returns.</summary>
    public static async Task<string> Run(params string[] sources)
    {
        Assert.Empty(await Diagnose(sources));
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(sources), out var compilation, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success);
        image.Position = 0;
        var assembly = new AssemblyLoadContext("UserCode", isCollectible: true).LoadFromStream(image);
        var run = assembly.GetType("Program")!.GetMethod("Run", BindingFlags.Static | BindingFlags.Public)!;
        return (string)run.Invoke(null, null)!;
    }

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.Contains(KnownNames.Generator, StringComparison.Ordinal);

    private sealed class Settings(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        private readonly Values _options = new(values);

        public override AnalyzerConfigOptions GlobalOptions => _options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;
    }

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
