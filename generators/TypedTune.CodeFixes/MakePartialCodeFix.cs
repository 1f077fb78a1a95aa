using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace TypedTune.CodeFixes;

/// <summary>Makes a type and those around it partial, in each of their declarations.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakePartialCodeFix() : RuleCodeFix("TT0001")
{
    private const string Title = "Make partial";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        if (problem.Node is not TypeDeclarationSyntax declaration || problem.Model.GetDeclaredSymbol(declaration, problem.Cancellation) is not { } type)
            return [];
        var changes = new List<Change>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(problem.Cancellation) is TypeDeclarationSyntax part && problem.DocumentOf(part.SyntaxTree) is { } document)
                    changes.Add(new Change(document, editor => editor.ReplaceNode(part, (now, _) => MakePartial((TypeDeclarationSyntax)now))));
            }
        }

        return [new Fix(Title, [.. changes])];
    }

    // The last modifier, where the language wants it. What stands before a bare keyword then stands before the modifier.
    internal static TypeDeclarationSyntax MakePartial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
            return type;
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
            return type.AddModifiers(partial);
        return type
            .WithKeyword(type.Keyword.WithLeadingTrivia())
            .AddModifiers(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
