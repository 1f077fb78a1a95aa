using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>How a row is made of its columns.</summary>
/// <param name="Arguments">The columns that the constructor takes, as indices, in its order; none for a parameterless one.</param>
/// <param name="Unset">A required member that is no column, so that nobody could say what it is; null if there is none.</param>
internal sealed record RowCreation(int[] Arguments, ISymbol? Unset)
{
    /// <summary>Finds the constructor that takes the most columns, or none; null where no constructor will do.</summary>
    public static RowCreation? Find(INamedTypeSymbol type, IPropertySymbol[] columns)
    {
        if (type.IsAbstract)
            return null;
        if (type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length == 0) is { } parameterless)
            return new RowCreation([], FindUnset(type, columns, parameterless));
        foreach (var constructor in type.InstanceConstructors.OrderByDescending(constructor => constructor.Parameters.Length))
        {
            int[] arguments = [.. constructor.Parameters.Select(parameter => Array.FindIndex(columns, column => Takes(parameter, column)))];
            if (arguments.All(argument => argument >= 0))
                return new RowCreation(arguments, FindUnset(type, columns, constructor));
        }

        return null;
    }

    private static bool Takes(IParameterSymbol parameter, IPropertySymbol column) =>
        string.Equals(column.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && parameter.RefKind == RefKind.None
        && SymbolEqualityComparer.IncludeNullability.Equals(parameter.Type, column.Type);

    private static ISymbol? FindUnset(INamedTypeSymbol type, IPropertySymbol[] columns, IMethodSymbol constructor)
    {
        if (constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"))
            return null;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } && !columns.Any(column => column.Name == member.Name)) is { } unset)
                return unset;
        }

        return null;
    }
}
