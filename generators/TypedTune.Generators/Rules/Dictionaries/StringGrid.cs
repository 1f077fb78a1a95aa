using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules.Dictionaries;

/// <summary>A dictionary literal from strings to lists of values, as scikit-learn's searches take.</summary>
/// <param name="Entries">Its keys and the values of each.</param>
internal sealed record StringGrid(IReadOnlyList<(IOperation Key, string Name, IReadOnlyList<IOperation> Values)> Entries)
{
    /// <summary>Reads a dictionary's creation; null where it is anything else.</summary>
    public static StringGrid? Read(IObjectCreationOperation creation)
    {
        if (!IsStringDictionary(creation.Type) || creation.Initializer is not { Initializers: { Length: > 0 } initializers })
            return null;
        var entries = initializers.Select(Entry).ToArray();
        return entries.Any(entry => entry is null) ? null : new StringGrid([.. entries.Select(entry => entry!.Value)]);
    }

    public static bool IsStringDictionary(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] };

    private static (IOperation, string, IReadOnlyList<IOperation>)? Entry(IOperation initializer) => initializer switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }] }, Value: var value } => Entry(key, value),
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var key }, { Value: var value }] } => Entry(key, value),
        _ => null,
    };

    private static (IOperation, string, IReadOnlyList<IOperation>)? Entry(IOperation key, IOperation value) =>
        key.ConstantValue is { HasValue: true, Value: string name } && ParameterValues.Items(value) is { } values ? (key, name, values) : null;
}
