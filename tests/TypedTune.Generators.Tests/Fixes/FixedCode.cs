using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>A user's project in an editor, and what a rule says about it.</summary>
internal sealed class FixedCode : FixAllContext.DiagnosticProvider
{
    private readonly string _rule;
    private readonly List<Diagnostic>? _marked;

    public FixedCode(string[] sources, string rule, ImmutableDictionary<string, string?>[]? marked)
    {
        _rule = rule;
        var compilation = Compiling.Compilation();
        var project = new AdhocWorkspace().AddProject("UserCode", LanguageNames.CSharp)
            .WithParseOptions(Compiling.ParseOptions)
            .WithCompilationOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default))
            .WithMetadataReferences(compilation.References)
            .AddAnalyzerReference(new OwnAnalyzers())
            .AddDocument("Usings.cs", compilation.SyntaxTrees.Single().GetText()).Project;
        var spans = sources.Select(Unmark).ToArray();
        for (int i = 0; i < sources.Length; i++)
        {
            var document = project.AddDocument($"File{i}.cs", SourceText.From(spans[i].Text));
            Documents.Add(document.Id);
            project = document.Project;
        }

        Solution = project.Solution;
        if (marked is not null)
            _marked = [.. spans.SelectMany((source, i) => source.Marks.Select(mark => (Mark: mark, Document: Documents[i]))).Select((place, i) => Report(place.Document, place.Mark, marked[Math.Min(i, marked.Length - 1)]))];
    }

    public Solution Solution { get; }

    public List<DocumentId> Documents { get; } = [];

    public static async Task<string> Text(Solution solution, DocumentId document) =>
        (await solution.GetDocument(document)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    public async Task<Solution> Apply(CodeAction action) =>
        Assert.Single((await action.GetOperationsAsync(Solution, NoProgress, TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>()).ChangedSolution;

    /// <summary>The code compiles, and neither the generator nor an analyzer names the rule.</summary>
    public async Task AssertPutRight(Solution solution)
    {
        var compilation = await solution.Projects.Single().GetCompilationAsync(TestContext.Current.CancellationToken);
        Assert.Empty(compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await Analyze(solution.Projects.Single()));
    }

    public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        _marked ?? await Analyze(project);

    public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
    {
        var tree = await document.GetSyntaxTreeAsync(cancellationToken);
        return (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
    }

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<Diagnostic>>([]);

    private static IProgress<CodeAnalysisProgress> NoProgress { get; } = new Progress<CodeAnalysisProgress>();

    private async Task<IEnumerable<Diagnostic>> Analyze(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var diagnostics = await compilation!.WithAnalyzers(Compiling.Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return diagnostics.Concat(Compiling.Reported(compilation!)).Where(diagnostic => diagnostic.Id == _rule);
    }

    private Diagnostic Report(DocumentId document, TextSpan mark, ImmutableDictionary<string, string?> properties)
    {
        var descriptor = new DiagnosticDescriptor(_rule, "", "", "TypedTune", DiagnosticSeverity.Error, isEnabledByDefault: true);
        return Diagnostic.Create(descriptor, Location.Create(Solution.GetDocument(document)!.GetSyntaxTreeAsync().Result!, mark), properties);
    }

    private static (string Text, List<TextSpan> Marks) Unmark(string source)
    {
        var marks = new List<TextSpan>();
        for (int start; (start = source.IndexOf("[|", StringComparison.Ordinal)) >= 0;)
        {
            source = source.Remove(start, 2);
            int end = source.IndexOf("|]", start, StringComparison.Ordinal);
            source = source.Remove(end, 2);
            marks.Add(TextSpan.FromBounds(start, end));
        }

        return (source, marks);
    }
}
