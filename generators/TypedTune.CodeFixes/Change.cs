using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace TypedTune.CodeFixes;

/// <summary>What a fix changes in one document.</summary>
/// <param name="document">The document.</param>
/// <param name="apply">Makes the change. The editor may have made others before.</param>
internal sealed class Change(DocumentId document, Action<DocumentEditor> apply)
{
    public DocumentId Document => document;

    public void Apply(DocumentEditor editor) => apply(editor);
}
