using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace TypedTune.CodeFixes;

/// <summary>The fixes of a rule. A fixer says what to change; this offers it, for one diagnostic or for all.</summary>
public abstract class RuleCodeFix : CodeFixProvider
{
    private readonly FixEverywhere _everywhere;

    private protected RuleCodeFix(params string[] rules)
    {
        FixableDiagnosticIds = [.. rules];
        _everywhere = new FixEverywhere(this);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _everywhere;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var fixes = await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            foreach (var group in fixes.GroupBy(fix => fix.Group))
            {
                var actions = group.Select(fix => Action(context.Document.Project.Solution, fix.Title, fix.Changes)).ToImmutableArray();
                if (group.Key is not null)
                    actions = [CodeAction.Create(group.Key, actions, isInlinable: true)];
                foreach (var action in actions)
                    context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The fixes of a diagnostic at a place in source.</summary>
    internal async Task<IEnumerable<Fix>> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null
            ? []
            : Find(new Problem(document, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model, diagnostic, cancellation));
    }

    /// <summary>The fixes of a problem; none where it cannot be put right.</summary>
    private protected abstract IEnumerable<Fix> Find(Problem problem);

    /// <summary>The action that makes changes; titles name actions, so that a fix can be applied everywhere.</summary>
    internal static CodeAction Action(Solution solution, string title, IEnumerable<Change> changes) =>
        CodeAction.Create(title, cancellation => ApplyAsync(solution, changes, cancellation), equivalenceKey: title);

    // One editor for all changes: later ones see what earlier ones left, so that neighbouring changes need no merging.
    private static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Change> changes, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        foreach (var change in changes)
            change.Apply(await editor.GetDocumentEditorAsync(change.Document, cancellation).ConfigureAwait(false));
        return editor.GetChangedSolution();
    }
}
