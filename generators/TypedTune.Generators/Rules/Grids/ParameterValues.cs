using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules.Grids;

/// <summary>Reads the values that a call such as <c>In(4, 6, 8)</c> gives a hyperparameter.</summary>
internal static class ParameterValues
{
    private const string Constants = "constants";

    // Beyond it not every whole number is a double.
    private const double LargestExact = 9e15;

    public static GridValues Read(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "In" when call.Arguments is [var values] => List(values.Value),
        "Null" => new GridValues(1, ["null"], Constants),
        "Any" when call.Instance?.Type is INamedTypeSymbol { TypeArguments: [_, var choice] } => Choices(choice),
        "Any" when call.Arguments.Length == 0 => new GridValues(Options(call.Instance), null, ""),
        "Uniform" => Range(call),
        "Sqrt" or "Log2" or "All" when call.Arguments.Length == 0 && IsGrid(call.Type) && call.Instance?.Type is INamedTypeSymbol { TypeArguments.Length: 1 } => new GridValues(1, [call.TargetMethod.Name], "cases"),
        _ => GridValues.Unknown,
    };

    /// <summary>A constant argument as a number.</summary>
    public static double? Number(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value is { } value ? Number(value) : null;

    /// <summary>An expression that is surely one number; null for others.</summary>
    public static double? Number(IOperation value) =>
        OnceAssigned.Constant(value) is { HasValue: true, Value: IConvertible and not string and not bool and not char and var number }
            ? Convert.ToDouble(number, CultureInfo.InvariantCulture)
            : null;

    private static bool IsGrid(ITypeSymbol? type) => type?.Name == "Grid";

    private static GridValues Range(IInvocationOperation call)
    {
        if (!IsGrid(call.Type) || Number(call, "low") is not { } low || Number(call, "high") is not { } high || low > high)
            return GridValues.Unknown;
        double step = call.Arguments.Any(argument => argument.Parameter?.Name == "step") ? Number(call, "step") ?? 0 : 1;
        if (!(step > 0) || !(Math.Max(Math.Abs(low), Math.Abs(high)) < LargestExact))
            return GridValues.Unknown;
        bool isWhole = call.TargetMethod.Parameters[0].Type.SpecialType != SpecialType.System_Double;
        var count = new BigInteger(Math.Floor(((high - low) / step) + (isWhole ? 0 : 1e-9))) + 1;
        return isWhole && count <= GridValues.LongestList
            ? new GridValues(count, [.. Enumerable.Range(0, (int)count).Select(i => Text(low + (i * step)))], Constants)
            : new GridValues(count, null, "");
    }

    private static GridValues Choices(ITypeSymbol type)
    {
        bool isNullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var value = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        string[]? keys = value switch
        {
            { SpecialType: SpecialType.System_Boolean } => ["False", "True"],
            { TypeKind: TypeKind.Enum } => [.. value.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => Text(field.ConstantValue)).Distinct()],
            _ => null,
        };
        return keys is null ? GridValues.Unknown : new GridValues(keys.Length + (isNullable ? 1 : 0), isNullable ? [.. keys, "null"] : keys, Constants);
    }

    // The options are named on the property that the member of the space stands for.
    private static BigInteger? Options(IOperation? choice) =>
        OnceAssigned.Resolve(choice) is IPropertyReferenceOperation { Property: { ContainingType: { Name: KnownNames.HyperparametersType, ContainingType: { } type } } member }
            ? type.InstanceProperties().FirstOrDefault(property => property.Name == member.Name)?.FindOneOf()?.AttributeClass?.Arity
            : null;

    private static GridValues List(IOperation values)
    {
        var items = Items(values);
        if (items is null)
            return GridValues.Unknown;
        var keys = items.Select(Key).ToArray();
        string?[] notations = [.. keys.Select(key => key?.Notation).Distinct()];
        return notations is [{ } notation]
            ? new GridValues(items.Count, [.. keys.Select(key => key!.Value.Text)], notation)
            : new GridValues(items.Count, null, "");
    }

    /// <summary>The values of an argument that lists them; null where their number is not certain.</summary>
    public static IReadOnlyList<IOperation>? Items(IOperation values)
    {
        while (values is IConversionOperation conversion)
            values = conversion.Operand;
        var items = OnceAssigned.Resolve(values) is { } list ? Elements(list) : null;
        return items is null or [] || items.Any(item => item is ISpreadOperation) ? null : items;
    }

    /// <summary>Whether an argument surely lists no values.</summary>
    public static bool IsEmpty(IOperation values)
    {
        while (values is IConversionOperation conversion)
            values = conversion.Operand;
        return OnceAssigned.Resolve(values) switch
        {
            IArrayCreationOperation { Initializer: null, DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] }
                or IObjectCreationOperation { Type.Name: "List", Arguments.Length: 0, Initializer: null } => true,
            { } list => Elements(list) is [],
            _ => false,
        };
    }

    /// <summary>What stands in a list; null for anything else.</summary>
    public static IReadOnlyList<IOperation>? Elements(IOperation list) => list switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IArrayInitializerOperation initializer => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        IObjectCreationOperation { Type.Name: "List", Arguments.Length: 0, Initializer.Initializers: var adding } => Added(adding),
        _ => null,
    };

    private static IReadOnlyList<IOperation>? Added(IReadOnlyList<IOperation> adding)
    {
        IOperation[] added = [.. adding.OfType<IInvocationOperation>().Where(call => call is { TargetMethod.Name: "Add", Arguments.Length: 1 }).Select(call => call.Arguments[0].Value)];
        return added.Length == adding.Count ? added : null;
    }

    /// <summary>A value so written that equal ones are the same; null where it is not certain.</summary>
    /// <remarks>A value of the user's own type is compared only with others that are made in the same way.</remarks>
    public static (string Notation, string Text)? Key(IOperation value)
    {
        if (OnceAssigned.Constant(value) is { HasValue: true, Value: var known })
            return (Constants, Text(known));
        return value switch
        {
            IConversionOperation { OperatorMethod: { } method, Operand: var operand } when OnceAssigned.Constant(operand) is { HasValue: true, Value: var from } => ($"from {method.Parameters[0].Type.Name}", Text(from)),
            IConversionOperation { OperatorMethod: null } conversion => Key(conversion.Operand),
            IInvocationOperation { Instance: null, Arguments: [{ Value: var argument }] } call when OnceAssigned.Constant(argument) is { HasValue: true, Value: var made } => (call.TargetMethod.Name, Text(made)),
            _ => null,
        };
    }

    private static string Text(object? constant) => constant switch
    {
        null => "null",
        0.0 or 0f => "0",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "",
    };
}
