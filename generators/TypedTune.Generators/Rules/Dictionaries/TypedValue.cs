using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules.Dictionaries;

/// <summary>A value of a string dictionary as it is written in a typed grid.</summary>
internal static class TypedValue
{
    /// <summary>The value as source of a hyperparameter's type; null where it is none. A member of an enum may be a string.</summary>
    public static string? Write(IOperation item, ITypeSymbol type, IOperation place)
    {
        while (item is IConversionOperation { IsImplicit: true } conversion)
            item = conversion.Operand;
        if (item.ConstantValue is { HasValue: true, Value: null })
            return type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null" : null;
        if (item.Type is null || item.SemanticModel is not { } semantics)
            return null;
        if (semantics.Compilation.ClassifyConversion(item.Type, type) is { Exists: true, IsImplicit: true })
            return item.Syntax.ToString();
        var value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return value.TypeKind == TypeKind.Enum
            && item.ConstantValue is { HasValue: true, Value: string name }
            && SimilarNames.Match(name, value.GetMembers().OfType<IFieldSymbol>().Select(member => member.Name)) is { } match
                ? $"{value.ToMinimalDisplayString(semantics, place.Syntax.SpanStart)}.{match.Escaped()}"
                : null;
    }
}
