using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Runs the generator and every analyzer on a project, and holds them to what must hold for any source.</summary>
internal static class Verdict
{
    // What a user left without documentation, made obsolete or wants to be of use to every language is the user's to say.
    // That generated members are documented, WarningTests holds.
    private static readonly string[] OfTheUser = ["CS1591", "CS0612", "CS0618", "CS30"];

    private static readonly CSharpParseOptions GeneratedOptions = Compiling.ParseOptions.WithDocumentationMode(DocumentationMode.Diagnose);

    /// <summary>Whether neither the compiler nor the analyzers have an error to report, so that all that is generated was held to compile.</summary>
    public static bool Check(Edit edit) => UnlessTheCompilerFails(edit, CheckWith);

    /// <summary>What the compiler itself does not survive, without a generator or an analyzer, nobody else is held to.</summary>
    public static TResult? UnlessTheCompilerFails<TResult>(Edit edit, Func<Edit, TResult> check)
    {
        try
        {
            return check(edit);
        }
        catch (Exception) when (CompilerFails(edit))
        {
            return default;
        }
    }

    private static bool CheckWith(Edit edit)
    {
        var (source, generated, reported) = Project.Generate(edit);
        var whole = source.AddSyntaxTrees(generated.Select(file => CSharpSyntaxTree.ParseText(WithoutPragma(file.Value), GeneratedOptions, PathOf(file.Key))));
        var said = Analyze(whole).AddRange(reported);
        if (!IsValid(source, said))
            return false;
        HoldWhole(source, whole, said);
        return true;
    }

    /// <summary>What the compiler and the analyzers say, even where a source will not hear it; an analyzer must not throw.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation whole)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var said = whole.WithAnalyzers(Compiling.Analyzers, options).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (thrown is not null)
            Assert.Fail($"An analyzer throws.\n{thrown}");
        return said;
    }

    private static bool CompilerFails(Edit edit)
    {
        try
        {
            Project.Of(edit.After).GetDiagnostics();
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }

    // A source that compiles alone is valid, whatever is said of it together with what is generated. Where it needs that,
    // it is valid if no error is left in it.
    private static bool IsValid(CSharpCompilation source, ImmutableArray<Diagnostic> said)
    {
        var errors = said.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        return errors.All(error => !IsOwn(error) && IsGenerated(error)) || (!errors.Any(IsOwn) && CompilesAlone(source.GetDiagnostics()));
    }

    private static void HoldWhole(CSharpCompilation source, Compilation whole, ImmutableArray<Diagnostic> said)
    {
        var suspects = said.Where(diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false } && !IsOwn(diagnostic) && !IsOfTheUser(diagnostic)).ToArray();
        var added = suspects.Where(IsGenerated).ToList();
        if (suspects.Length > added.Count && source.GetDiagnostics() is var before && CompilesAlone(before))
            added.AddRange(suspects.Where(diagnostic => !IsGenerated(diagnostic)).ExceptBy(before.Select(Key), Key));
        Assert.True(added.Count == 0, $"What is generated does not compile:\n{string.Join("\n", added.Take(6).Select(diagnostic => $"{diagnostic}\n    {LineOf(diagnostic)}"))}");
        foreach (var type in Annotated.TypesIn(whole))
            Assert.True(Annotated.IsExtended(type), $"Nothing is generated for {type}.");
    }

    private static bool CompilesAlone(ImmutableArray<Diagnostic> before) => before.All(diagnostic => diagnostic.Severity < DiagnosticSeverity.Error);

    private static bool IsOwn(Diagnostic diagnostic) => diagnostic.Id.StartsWith("TT", StringComparison.Ordinal);

    private static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    // What sources mark experimental goes by ids of their own; generated files disable them with all other warnings.
    private static bool IsOfTheUser(Diagnostic diagnostic) =>
        !diagnostic.Id.StartsWith("CS", StringComparison.Ordinal) || OfTheUser.Any(id => diagnostic.Id.StartsWith(id, StringComparison.Ordinal));

    private static string LineOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "";

    private static (string, string?, int) Key(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.Location.SourceTree?.FilePath, diagnostic.Location.SourceSpan.Start);

    // As the compiler names them, by which analyzers know them.
    private static string PathOf(string hintName) => Path.Combine("TypedTune.Generators", typeof(SpaceGenerator).FullName!, hintName);

    private static string WithoutPragma(string text) => text.Replace("#pragma warning disable\n", "", StringComparison.Ordinal);
}
