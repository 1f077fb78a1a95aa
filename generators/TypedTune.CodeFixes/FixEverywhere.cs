using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedTune.CodeFixes;

/// <summary>Fixes every diagnostic of a document, project or solution by the changes that fix one.</summary>
internal sealed class FixEverywhere(RuleCodeFix fixer) : FixAllProvider
{
    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var changes = new List<Change>();
        foreach (var diagnostic in (await DiagnosticsAsync(context).ConfigureAwait(false)).Distinct())
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            var fixes = await fixer.FindAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            changes.AddRange(fixes.Where(fix => fix.Title == context.CodeActionEquivalenceKey).Take(1).SelectMany(fix => fix.Changes));
        }

        return changes.Count == 0 ? null : RuleCodeFix.Action(context.Solution, context.CodeActionEquivalenceKey!, changes);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var all = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (var project in context.Solution.Projects)
                    all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                return all;
            default:
                return [];
        }
    }
}
