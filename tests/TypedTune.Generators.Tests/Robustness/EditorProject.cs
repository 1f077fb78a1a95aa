using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using TypedTune.CodeFixes;
using TypedTune.Generators.Tests.Fixes;

namespace TypedTune.Generators.Tests.Robustness;

/// <summary>A project in an editor, to which every fix is applied that is offered for anything reported in it.</summary>
internal sealed class EditorProject : FixAllContext.DiagnosticProvider
{
    private const int MostDiagnostics = 12;

    private static readonly CodeFixProvider[] Fixers =
    [
        .. typeof(RuleCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private static readonly Microsoft.CodeAnalysis.Project Shared = new AdhocWorkspace().AddProject("UserCode", LanguageNames.CSharp)
        .WithParseOptions(Compiling.ParseOptions)
        .WithCompilationOptions(Project.Of([]).Options)
        .WithMetadataReferences(Project.Of([]).References)
        .AddAnalyzerReference(new OwnAnalyzers())
        .AddDocument("Usings.cs", Compiling.Usings).Project;

    private readonly Microsoft.CodeAnalysis.Project _project;
    private readonly List<Diagnostic> _reported;
    private readonly bool _compiles;

    private EditorProject(Edit edit)
    {
        _project = Shared;
        foreach (var (file, text) in edit.After.Index())
            _project = _project.AddDocument($"File{file}.cs", text).Project;
        var whole = Wait(_project.GetCompilationAsync())!;
        var said = Verdict.Analyze(whole).AddRange(Compiling.Reported(whole));
        _compiles = Compiles(said);
        _reported = [.. said.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Id.StartsWith("TT", StringComparison.Ordinal) && _project.GetDocument(diagnostic.Location.SourceTree) is not null)];
    }

    /// <summary>How many fixes were applied. What parsed still parses, and what compiled compiles.</summary>
    public static int FixAll(Edit edit)
    {
        var project = new EditorProject(edit);
        int applied = 0;
        foreach (var diagnostic in project._reported.Take(MostDiagnostics))
        {
            foreach (var fixer in Fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
                applied += project.Fix(diagnostic, fixer);
        }

        return applied;
    }

    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(_reported);

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        Task.FromResult(_reported.Where(diagnostic => document.Project.GetDocument(diagnostic.Location.SourceTree)?.Id == document.Id));

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

    private int Fix(Diagnostic diagnostic, CodeFixProvider fixer)
    {
        var document = _project.GetDocument(diagnostic.Location.SourceTree)!;
        var offered = new List<CodeAction>();
        Wait(fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None)));
        foreach (var action in offered.SelectMany(action => action.NestedActions.IsEmpty ? [action] : action.NestedActions))
        {
            Hold(action, $"'{action.Title}' of {diagnostic}");
            var context = new FixAllContext(document, fixer, FixAllScope.Project, action.EquivalenceKey!, [diagnostic.Id], this, CancellationToken.None);
            if (Wait(fixer.GetFixAllProvider()!.GetFixAsync(context)) is { } everywhere)
                Hold(everywhere, $"'{action.Title}' everywhere, as of {diagnostic}");
        }

        return offered.Count;
    }

    private void Hold(CodeAction action, string what)
    {
        var changed = Wait(action.GetOperationsAsync(_project.Solution, new Progress<CodeAnalysisProgress>(), CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(_project.Id)!;
        foreach (var document in changed.Documents)
        {
            string text = Wait(document.GetTextAsync()).ToString();
            bool parsed = Parses(Wait(_project.GetDocument(document.Id)!.GetTextAsync()).ToString());
            Assert.True(!parsed || Parses(text), $"{what} does not parse:\n{text}");
        }

        if (!_compiles)
            return;
        var errors = Wait(changed.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"{what} does not compile: {errors.FirstOrDefault()}\n{string.Join("\n", changed.Documents.Skip(1).Select(document => Wait(document.GetTextAsync())))}");
    }

    private static bool Compiles(IEnumerable<Diagnostic> said) => said.All(diagnostic => diagnostic.Severity < DiagnosticSeverity.Error || diagnostic.Id.StartsWith("TT", StringComparison.Ordinal));

    private static bool Parses(string text) => !CSharpSyntaxTree.ParseText(text, Compiling.ParseOptions).GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
