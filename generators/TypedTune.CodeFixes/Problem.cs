using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace TypedTune.CodeFixes;

/// <summary>A diagnostic and the code it stands at.</summary>
internal sealed class Problem(Document document, SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
{
    public Document Document => document;

    /// <summary>The innermost node of the diagnostic's place.</summary>
    public SyntaxNode Node => node;

    public SemanticModel Model => model;

    public Diagnostic Diagnostic => diagnostic;

    public CancellationToken Cancellation => cancellation;

    /// <summary>What the analyzer tells its fix; null if it does not.</summary>
    public string? Property(string name) => diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;

    /// <summary>The document that holds a tree; null for code that is generated or elsewhere, which nobody can edit.</summary>
    public DocumentId? DocumentOf(SyntaxTree tree) => document.Project.Solution.GetDocument(tree) is { } holder and not SourceGeneratedDocument ? holder.Id : null;

    /// <summary>A change in the problem's own document.</summary>
    public Change Change(Action<DocumentEditor> apply) => new(document.Id, apply);
}
