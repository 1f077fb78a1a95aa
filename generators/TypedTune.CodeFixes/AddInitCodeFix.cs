using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;

namespace TypedTune.CodeFixes;

/// <summary>Gives a hyperparameter the accessor that a search sets it with: <c>init</c> in a record or struct, <c>set</c> in a class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddInitCodeFix() : RuleCodeFix("TT0002")
{
    private const string Title = "Make settable";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        if (problem.Node is not PropertyDeclarationSyntax property
            || problem.Model.GetDeclaredSymbol(property, problem.Cancellation) is not { IsOverride: false, ContainingType: var type }
            || !HoldsItsOwnValue(property, problem.Model))
        {
            return [];
        }

        var accessor = type.CopiesByWith() ? SyntaxKind.InitAccessorDeclaration : SyntaxKind.SetAccessorDeclaration;
        return [new Fix(Title, problem.Change(editor => editor.ReplaceNode(property, (now, _) => WithAccessor((PropertyDeclarationSyntax)now, accessor))))];
    }

    // A property that computes its value would ignore one that is set.
    private static bool HoldsItsOwnValue(PropertyDeclarationSyntax property, SemanticModel model) => property.ExpressionBody is { } body
        ? model.GetOperation(body.Expression) is { } value && !value.DescendantsAndSelf().Any(part => part is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
        : property.AccessorList is { } list && list.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private static PropertyDeclarationSyntax WithAccessor(PropertyDeclarationSyntax property, SyntaxKind kind)
    {
        var added = SyntaxFactory.AccessorDeclaration(kind).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        return (property.ExpressionBody, property.AccessorList) switch
        {
            ({ } body, _) => property
                .WithExpressionBody(null)
                .WithAccessorList(SyntaxFactory.AccessorList([SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration).WithSemicolonToken(added.SemicolonToken), added]).WithAdditionalAnnotations(Formatter.Annotation))
                .WithInitializer(SyntaxFactory.EqualsValueClause(body.Expression).WithAdditionalAnnotations(Formatter.Annotation)),
            (_, { } list) when list.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.InitAccessorDeclaration)) is { } init =>
                property.WithAccessorList(list.WithAccessors(list.Accessors.Replace(init, added.WithModifiers(init.Modifiers).WithTriviaFrom(init)))),
            (_, var list) => property.WithAccessorList(list!.AddAccessors(added.WithAdditionalAnnotations(Formatter.Annotation))),
        };
    }
}
