using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules.Grids;

/// <summary>Reads a space's shape from the expression that makes it. What it cannot see is unknown, never guessed.</summary>
internal sealed class GridReader
{
    // Variables that name variables are read again wherever they are named, which may double at each.
    private int _left = 2_000;

    private GridReader()
    {
    }

    public static GridShape Read(IOperation? operation) => new GridReader().ReadSpace(operation);

    private GridShape ReadSpace(IOperation? operation)
    {
        if (--_left < 0)
            return GridShape.Unknown;
        switch (OnceAssigned.Resolve(operation))
        {
            case IBinaryOperation { OperatorMethod: { } method } binary when IsSpace(method.ContainingType):
                var (left, right) = (ReadSpace(binary.LeftOperand), ReadSpace(binary.RightOperand));
                return binary.OperatorKind == BinaryOperatorKind.Multiply ? left * right : left + right;
            case IInvocationOperation { TargetMethod.Name: "Where", Instance: { } filtered } when IsSpace(filtered.Type):
                return ReadSpace(filtered).Filtered();
            case IInvocationOperation { TargetMethod.Name: "Steps", Instance: { } range } steps when range.Type.IsNamed(KnownNames.ParameterRange):
                return ReadSteps(steps, range);
            case IInvocationOperation { Instance: { } instance } call when SpacePath.IsParameter(instance.Type):
                return ReadValues(call, instance, ParameterValues.Read(call));
            default:
                return GridShape.Unknown;
        }
    }

    /// <summary>Whether a type is a space or one of the kinds of it.</summary>
    public static bool IsSpace(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsNamed(KnownNames.Space))
                return true;
        }

        return false;
    }

    // Whole numbers may fall together when they are rounded; real ones of a range do not.
    private static GridShape ReadSteps(IInvocationOperation steps, IOperation range)
    {
        if (OnceAssigned.Resolve(range) is not IInvocationOperation { Instance: { } parameter } ends || !SpacePath.IsParameter(parameter.Type))
            return GridShape.Unknown;
        bool isReal = range.Type is INamedTypeSymbol { TypeArguments: [_, { SpecialType: SpecialType.System_Double }] };
        bool isSpread = ParameterValues.Number(ends, "low") is { } low && ParameterValues.Number(ends, "high") is { } high && low < high;
        var count = isReal && isSpread && steps.Arguments is [{ Value: { } argument }] && OnceAssigned.Constant(argument) is { HasValue: true, Value: int number } && number > 0 ? (BigInteger?)number : null;
        return ReadValues(ends, parameter, new GridValues(count, null, ""));
    }

    private static GridShape ReadValues(IInvocationOperation call, IOperation instance, GridValues values)
    {
        if (SpacePath.Read(instance) is not { Path.Length: > 0 } path)
            return GridShape.Unknown;
        var options = path.Options.Select(option => new GridBinding(option.Path, option.Option, GridValues.Unknown, call.Syntax));
        string notation = path.View.Length > 0 ? path.View : values.Notation;
        return new GridShape([new GridTerm([.. options, new GridBinding(path.Path, null, values with { Notation = notation }, call.Syntax)], IsWhole: true)]);
    }
}
