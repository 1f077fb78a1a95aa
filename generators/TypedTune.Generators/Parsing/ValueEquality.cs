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
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic } => $"{type.Name} is no value that can be compared",
        _ when type.IsRefLikeType => "a ref struct cannot be kept in a configuration",
        _ when !Compares(type) => $"{type.Name} has no value equality, so that equal configurations could not be recognised; make it a record, or override Equals",
        _ => null,
    };

    /// <summary>Whether equal values of a type are equal objects, as far as the type shows it: interfaces and bases leave it open.</summary>
    public static bool Compares(ITypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Array or TypeKind.Delegate)
            return false;
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
}
