using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTune.Generators.Tests.Mistakes;

/// <summary>Each mistake is told as itself, at its place, and nothing that follows from it is told with it.</summary>
public sealed class MistakeTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    public static TheoryData<string> Names => [.. All.Keys];

    internal static IReadOnlyDictionary<string, Mistake> All { get; } = RowMistakes.All.Concat(ModelMistakes.All).Concat(UsageMistakes.All).ToDictionary(mistake => mistake.Name);

    [Fact]
    public async Task WorkingProject_CompilesWithoutAWord() => Assert.Empty(await Printed(new Mistake("none", "").Files));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mistake_IsToldAloneInEveryOrderOfFiles(string name)
    {
        var mistake = All[name];
        var files = mistake.Files.ToArray();
        for (int first = 0; first < files.Length; first += 2)
            Assert.Equal(mistake.Expected, await Printed([.. files[first..], .. files[..first]], mistake.Properties));
    }

    // What the compiler prints: errors of declarations, and of nothing else where there are some.
    private static async Task<IEnumerable<string>> Printed(IEnumerable<(string Name, string Text)> files, string properties = "")
    {
        var options = Compiling.ParseOptions.WithLanguageVersion(properties.Length == 0 ? LanguageVersion.CSharp14 : LanguageVersion.CSharp13);
        var compilation = Compiling.Compilation().RemoveAllSyntaxTrees()
            .AddSyntaxTrees(files.Append(("Usings.cs", Usings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, options, file.Item1)))
            .WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new SpaceGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out var reported, TestContext.Current.CancellationToken);
        Diagnostic[] declared = [.. reported, .. whole.GetDeclarationDiagnostics(TestContext.Current.CancellationToken)];
        if (!declared.Any(diagnostic => diagnostic is { DefaultSeverity: DiagnosticSeverity.Error } && diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)))
            declared = [.. reported, .. await whole.WithAnalyzers(Compiling.Analyzers).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken)];
        return declared.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(Place).Order(StringComparer.Ordinal);
    }

    private static string Place(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan() is { IsValid: true } place
        ? $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}) {diagnostic.Id}"
        : $"CSC {diagnostic.Id}";
}
