using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators;

namespace TypedTune.CodeFixes;

/// <summary>Leaves a property that can be no column out of the row, unless it is required, so that no row could be made without it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IgnoreColumnCodeFix() : RuleCodeFix("TT0201")
{
    private const string Title = "Add [IgnoreColumn]";

    private protected override IEnumerable<Fix> Find(Problem problem) =>
        problem.Node is PropertyDeclarationSyntax property && !property.Modifiers.Any(SyntaxKind.RequiredKeyword) && problem.Model.Compilation.GetTypeByMetadataName(KnownNames.IgnoreColumn) is { } ignore
            ? [new Fix(Title, problem.Change(editor => editor.ReplaceNode(property, (now, generator) => AttributeCode.Add(generator, now, ignore))))]
            : [];
}
