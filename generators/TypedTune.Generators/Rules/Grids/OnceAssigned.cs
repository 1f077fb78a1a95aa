using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTune.Generators.Rules.Grids;

/// <summary>Sees through parentheses, conversions of spaces, and local variables that keep their first value.</summary>
internal static class OnceAssigned
{
    private const int LongestChain = 32;

    public static IOperation? Resolve(IOperation? operation)
    {
        for (int i = 0; i < LongestChain; i++)
        {
            var inner = operation switch
            {
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion => conversion.Operand,
                ILocalReferenceOperation local => Initializer(local),
                _ => null,
            };
            if (inner is null)
                return operation;
            operation = inner;
        }

        return null;
    }

    private static IOperation? Initializer(ILocalReferenceOperation reference)
    {
        if (reference.SemanticModel is not { } semantics
            || reference.Local.DeclaringSyntaxReferences is not [var declaration]
            || declaration.SyntaxTree != semantics.SyntaxTree
            || declaration.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            || IsAssignedAgain(declarator))
        {
            return null;
        }

        return semantics.GetOperation(value);
    }

    private static bool IsAssignedAgain(VariableDeclaratorSyntax declarator)
    {
        string name = declarator.Identifier.ValueText;
        var scope = declarator.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or CompilationUnitSyntax or SwitchSectionSyntax) ?? declarator;
        bool IsName(ExpressionSyntax? expression) => expression is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;
        return scope.DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => IsName(assignment.Left) || (assignment.Left is TupleExpressionSyntax tuple && tuple.Arguments.Any(argument => IsName(argument.Expression))),
            ArgumentSyntax argument => !argument.RefOrOutKeyword.IsKind(SyntaxKind.None) && IsName(argument.Expression),
            RefExpressionSyntax alias => IsName(alias.Expression),
            _ => false,
        });
    }
}
