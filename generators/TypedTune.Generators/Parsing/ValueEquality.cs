using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>Knows which types compare by value, as configurations must.</summary>
internal static class ValueEquality
{
    /// <summary>Why values of a type cannot be hyperparameters; null if they can.</summary>
    public static string? Problem(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => "it is a [Flags] enum, whose combinations are no list to choose from; use one bool a flag",
        { TypeKind: TypeKind.Delegate } => "delegates have no value equality, so that equal configurations could not be recognised; use an enum of the cases",
        IArrayTypeSymbol => "an array has no value equality, so that equal configurations could not be recognised; use a record that holds it",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic } => $"{type.Shown()} is no value that can be compared; use a type of your own that is",
        _ when type.IsRefLikeType => "a ref struct cannot be kept in a configuration; use a record",
        _ when !Compares(type) => $"{type.Shown()} has no value equality, so that equal configurations could not be recognised; {(type is { IsTupleType: false, DeclaringSyntaxReferences.Length: > 0 } ? "make it a record, or override Equals" : "use a type of your own that holds it and compares its items")}",
        _ => null,
    };

    /// <summary>Whether equal values of a type are equal objects, as far as the type shows it: other interfaces and bases leave it open.</summary>
    public static bool Compares(ITypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Array or TypeKind.Delegate || IsViewOfAnArray(type) || IsCollectionInterface(type))
            return false;
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return tuple.TupleElements.All(element => Compares(element.Type));
        if (type.TypeKind != TypeKind.Class || type.IsRecord || type.IsAbstract || type.SpecialType is SpecialType.System_String or SpecialType.System_Object)
            return true;
        if (ComponentParser.IsTunable(type))
            return true;
        for (ITypeSymbol? current = type; current is not null and not { SpecialType: SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.IsRecord || current.GetMembers("Equals").OfType<IMethodSymbol>().Any(method => method.IsOverride) || ComponentParser.IsTunable(current))
                return true;
        }

        return false;
    }

    // Structs that are equal when they show the same array, whatever it holds.
    private static bool IsViewOfAnArray(ITypeSymbol type) => type.OriginalDefinition is INamedTypeSymbol { Arity: 1 }
        && type.OriginalDefinition.ToDisplayString() is "System.Collections.Immutable.ImmutableArray<T>" or "System.Memory<T>" or "System.ReadOnlyMemory<T>" or "System.ArraySegment<T>";

    private static bool IsCollectionInterface(ITypeSymbol type) => type.TypeKind == TypeKind.Interface
        && type.AllInterfaces.Prepend(type).Any(candidate => candidate.SpecialType == SpecialType.System_Collections_IEnumerable);
}
