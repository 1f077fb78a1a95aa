using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TypedTune.Generators;

namespace TypedTune.CodeFixes;

/// <summary>Leaves a property that can be no column out of the row; nobody could set it where it is required, so that it no longer is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IgnoreColumnCodeFix() : RuleCodeFix("TT0201")
{
    private const string Title = "Add [IgnoreColumn]";

    private protected override IEnumerable<Fix> Find(Problem problem) =>
        problem.Node is PropertyDeclarationSyntax property && problem.Model.Compilation.GetTypeByMetadataName(KnownNames.IgnoreColumn) is { } ignore
            ? [new Fix(Title, problem.Change(editor => editor.ReplaceNode(property, (now, generator) => Optional(generator, AttributeCode.Add(generator, now, ignore)))))]
            : [];

    private static SyntaxNode Optional(SyntaxGenerator generator, SyntaxNode property) =>
        generator.GetModifiers(property) is { IsRequired: true } modifiers ? generator.WithModifiers(property, modifiers.WithIsRequired(false)) : property;
}
