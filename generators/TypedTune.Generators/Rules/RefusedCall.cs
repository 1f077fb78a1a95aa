using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.Generators.Rules;

/// <summary>A call that the compiler refuses, as it stands in the source.</summary>
/// <param name="Methods">What was probably meant.</param>
/// <param name="Arguments">The arguments, with their types as far as they have any.</param>
internal sealed record RefusedCall(IReadOnlyList<IMethodSymbol> Methods, IReadOnlyList<(ExpressionSyntax Expression, ITypeSymbol? Type)> Arguments)
{
    /// <summary>Reads an operation that the compiler has no meaning for; null where it is no call.</summary>
    public static RefusedCall? Read(IOperation operation, CancellationToken cancellation)
    {
        var arguments = operation.Syntax switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            _ => null,
        };
        if (arguments is null || operation.SemanticModel is not { } semantics)
            return null;
        var symbols = semantics.GetSymbolInfo(operation.Syntax, cancellation);
        return new RefusedCall(
            [.. symbols.CandidateSymbols.OfType<IMethodSymbol>()],
            [.. arguments.Arguments.Select(argument => (argument.Expression, semantics.GetTypeInfo(argument.Expression, cancellation).Type))]);
    }

    /// <summary>The types of the parameter that an argument was probably meant for, one a method.</summary>
    public IEnumerable<ITypeSymbol> WantedAt(int argument) =>
        Methods.Where(method => argument < method.Parameters.Length).Select(method => method.Parameters[argument].Type);
}
