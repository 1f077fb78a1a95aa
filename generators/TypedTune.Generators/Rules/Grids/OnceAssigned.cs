using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTune.Generators.Rules.Grids;

/// <summary>Sees through parentheses, implicit conversions, and variables of the same file that keep their first value.</summary>
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
                ILocalReferenceOperation { Local: { IsConst: false } local } => Initializer(operation, local, local.Type),
                IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => Initializer(operation, field, field.Type),
                _ => null,
            };
            if (inner is null)
                return operation;
            operation = inner;
        }

        return null;
    }

    /// <summary>The constant that an expression surely is: itself, or by the variable that it names.</summary>
    public static Optional<object?> Constant(IOperation operation) =>
        operation.ConstantValue.HasValue ? operation.ConstantValue : Resolve(operation)?.ConstantValue ?? default;

    private static IOperation? Initializer(IOperation reference, ISymbol variable, ITypeSymbol type)
    {
        // What refers to itself is unfinished code, and has no value.
        if (reference.SemanticModel is not { } semantics
            || variable.DeclaringSyntaxReferences is not [var declaration]
            || declaration.SyntaxTree != semantics.SyntaxTree
            || declaration.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            || declarator.Span.Contains(reference.Syntax.Span)
            || !KeepsItsValue(declarator, isList: type.TypeKind == TypeKind.Array || type.Name == "List", isField: variable is IFieldSymbol))
        {
            return null;
        }

        return semantics.GetOperation(value);
    }

    private static bool KeepsItsValue(VariableDeclaratorSyntax declarator, bool isList, bool isField)
    {
        string name = declarator.Identifier.ValueText;
        var scope = declarator.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or CompilationUnitSyntax or SwitchSectionSyntax or TypeDeclarationSyntax) ?? declarator;

        // A field that is read-only is assigned in constructors alone, so that the rest of its type, which may be long, needs no look.
        IEnumerable<SyntaxNode> places = isField && !isList ? scope.ChildNodes().OfType<ConstructorDeclarationSyntax>() : [scope];
        return places.SelectMany(place => place.DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name)
            .All(use => isList ? IsOnlyRead(use) : !IsAssigned(use));
    }

    private static bool IsAssigned(IdentifierNameSyntax use)
    {
        var target = Whole(use);
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left == tuple,
            ArgumentSyntax argument => !argument.RefOrOutKeyword.IsKind(SyntaxKind.None),
            PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    // An array or list may change wherever it is handed on, but not by what lists its values.
    private static bool IsOnlyRead(IdentifierNameSyntax use) => Whole(use) is var whole && whole.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "In" } } } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } member => member.Expression == whole,
        SpreadElementSyntax => true,
        ForEachStatementSyntax loop => loop.Expression == whole,
        _ => false,
    };

    // A field may be named through its type.
    private static ExpressionSyntax Whole(IdentifierNameSyntax use) =>
        use.Parent is MemberAccessExpressionSyntax member && member.Name == use ? member : use;
}
