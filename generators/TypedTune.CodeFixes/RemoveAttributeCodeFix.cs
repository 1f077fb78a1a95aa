using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace TypedTune.CodeFixes;

/// <summary>Takes away an attribute that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveAttributeCodeFix() : RuleCodeFix("TT0011")
{
    private const string Title = "Remove the attribute";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        var span = problem.Diagnostic.Location.SourceSpan;
        return problem.Node.FirstAncestorOrSelf<AttributeSyntax>() is { Parent: AttributeListSyntax { Parent: { } owner } list } attribute && (attribute.Span == span || list.Span == span)
            ? [new Fix(Title, problem.Change(editor => Remove(editor, owner, attribute)))]
            : [];
    }

    private static void Remove(SyntaxEditor editor, SyntaxNode owner, AttributeSyntax attribute)
    {
        editor.TrackNode(attribute);
        editor.ReplaceNode(owner, (now, _) => AttributeCode.Remove(now, now.GetCurrentNode(attribute)!));
    }
}
