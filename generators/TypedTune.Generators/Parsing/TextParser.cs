using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads how the values of a property are written and read.</summary>
internal static class TextParser
{
    private static readonly string[] OtherNumbers = ["System.Half", "System.Int128", "System.UInt128", "System.Numerics.BigInteger"];

    private static readonly string[] Lists =
    [
        "System.Collections.Immutable.ImmutableArray`1", "System.Collections.Generic.IReadOnlyList`1", "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.IEnumerable`1", "System.Collections.Generic.IList`1", "System.Collections.Generic.ICollection`1", "System.Collections.Generic.List`1",
    ];

    /// <summary>Why a property cannot be reached where it is written and read; null where it can.</summary>
    /// <param name="owner">The type that writes the property.</param>
    /// <param name="property">A property of it or of a base.</param>
    public static string? WhyOutOfReach(INamedTypeSymbol owner, IPropertySymbol property)
    {
        string type = $"{property.ContainingType.Name}.{property.Name}";
        return property.Setter() is not { } setter ? "only a constructor can set it; give it 'init', or mark it [ConfigurationIgnore]"
            : !property.IsSeenFrom(owner) ? $"{owner.Name} cannot set {type}, which {property.ContainingType.Name} hides; make it protected, or mark it [ConfigurationIgnore]"
            : setter.IsInitOnly && !owner.CopiesByWith() ? "only records and structs can be copied with 'init'; use 'set'"
            : Visibility.HiddenParameter(property.Type, owner) is { } hidden ? $"its type needs the {hidden.Name} of {hidden.ContainingSymbol.Name}, which another {hidden.Name} hides in {owner.Name}"
            : null;
    }

    /// <summary>How a property is written and read.</summary>
    /// <param name="owner">The type that writes the property.</param>
    /// <param name="property">A property of it or of a base.</param>
    public static TextModel Of(INamedTypeSymbol owner, IPropertySymbol property)
    {
        if (WhyOutOfReach(owner, property) is { } problem)
            return Unsupported(property.Type, problem);
        if (property.FindOneOf() is { } choice)
            return Choice(owner, property.Type, choice);
        var text = Of(property.Type, isItem: false);
        return text.Kind == TextKind.Option && text.Options.Count == 0 && property.FindAttribute(KnownNames.Hyperparameter) is not null
            ? text with { Problem = $"which {property.Type.Shown()} it is cannot be told when it is read; name the options with [OneOf]" }
            : text;
    }

    private static TextModel Of(ITypeSymbol declared, bool isItem)
    {
        var (type, isNullable) = Underlying(declared);
        TextModel Text(TextKind kind) => Model(declared, kind, type, isNullable);
        if (type is ITypeParameterSymbol)
            return Text(TextKind.Any);
        if (SimpleKind(type) is { } simple)
            return Text(simple);
        if (ItemOf(type) is { } item)
            return OfItems(declared, Text(TextKind.List), [item]);
        if (type is INamedTypeSymbol { IsTupleType: true } tuple && !isNullable)
            return OfItems(declared, Text(TextKind.Tuple), [.. tuple.TupleElements.Select(element => element.Type)]);

        // A type that does not exist is the compiler's to report.
        if (type.TypeKind == TypeKind.Error)
            return Unsupported(declared, "");
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named
            ? OfPart(declared, named, isNullable, isItem)
            : Unsupported(declared, $"{type.Shown()} has no text");
    }

    private static TextModel OfPart(ITypeSymbol declared, INamedTypeSymbol type, bool isNullable, bool isItem)
    {
        string create = TypeParser.CanBeDefault(type) ? $"new {type.FullName()}()" : "";
        bool isExact = type.IsSealed || type.TypeKind == TypeKind.Struct;
        bool isEmpty = IsEmpty(type);
        if (ConfigurationParser.HasText(type) || isEmpty)
        {
            if ((isNullable || isItem) && create.Length == 0 && !isEmpty)
                return Unsupported(declared, $"{type.Shown()} has no parameterless constructor to start from where it is read");
            return isExact
                ? Model(declared, isEmpty && !ConfigurationParser.HasText(type) ? TextKind.Empty : TextKind.Part, type, isNullable) with { Create = create }
                : Model(declared, TextKind.Option, type, isNullable) with { Options = new EquatableArray<TextOption>(create.Length == 0 ? [] : [OptionOf(type)]) };
        }

        // A value of a type that is left open keeps the type that the prototype has.
        bool isOpen = type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Interface || type.IsAbstract;
        bool isOfTheSystem = type.SpecialType != SpecialType.System_Object && (type.ContainingNamespace.ToDisplayString() + ".").StartsWith("System.", StringComparison.Ordinal);
        return isOpen && !isOfTheSystem && !isItem
            ? Model(declared, TextKind.Option, type, isNullable)
            : Unsupported(declared, isOpen || isOfTheSystem ? $"{type.Shown()} has no text; hold the value in a type of your own that has one"
                : $"{type.Shown()} has no text; {(type.DeclaringSyntaxReferences.Length > 0 ? "mark it [Configuration] and make it partial" : "hold it in a type of your own that is marked [Configuration]")}, or implement IParsable and IFormattable");
    }

    private static TextModel Choice(INamedTypeSymbol owner, ITypeSymbol declared, AttributeData attribute)
    {
        var (type, isNullable) = Underlying(declared);
        INamedTypeSymbol[] options = [.. attribute.AttributeClass!.TypeArguments.OfType<INamedTypeSymbol>().Where(option => !option.IsForeign(owner) && TypeParser.CanBeDefault(option))];
        var unfit = options.FirstOrDefault(option => !HasText(option));
        return Model(declared, TextKind.Option, type, isNullable) with
        {
            Options = new EquatableArray<TextOption>(options.Where(HasText).Select(OptionOf)),
            Problem = unfit is null ? "" : $"its option {unfit.Shown()} has no text; mark it [Configuration] and make it partial",
        };

        static bool HasText(INamedTypeSymbol option) => ConfigurationParser.HasText(option) || IsEmpty(option);
    }

    private static TextOption OptionOf(INamedTypeSymbol option) =>
        new(ConfigurationParser.TypeNameOf(option, option.FullName()), option.FullName(), !ConfigurationParser.HasText(option));

    private static TextModel OfItems(ITypeSymbol declared, TextModel whole, ITypeSymbol[] types)
    {
        TextModel[] items = [.. types.Select(type => Of(type, isItem: true))];
        return items.FirstOrDefault(item => item.Kind == TextKind.Unsupported) is { } unsupported
            ? Unsupported(declared, unsupported.Problem)
            : whole with { Items = new EquatableArray<TextModel>(items) };
    }

    private static TextKind? SimpleKind(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => TextKind.Enum,
        { SpecialType: SpecialType.System_String } => TextKind.Text,
        { SpecialType: SpecialType.System_Boolean } => TextKind.Bool,
        { SpecialType: SpecialType.System_Char } => TextKind.Character,
        { SpecialType: (>= SpecialType.System_SByte and <= SpecialType.System_Double) or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => TextKind.Number,
        _ when OtherNumbers.Any(type.IsNamed) => TextKind.Number,
        _ when !ConfigurationParser.HasText(type) && ParsesItself(type) => TextKind.Value,
        _ => null,
    };

    private static bool ParsesItself(ITypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Struct
        && type.AllInterfaces.Any(candidate => candidate.IsNamed("System.IFormattable"))
        && type.AllInterfaces.Any(candidate => candidate.IsNamed("System.IParsable`1") && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type));

    private static ITypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol named when Lists.Any(named.IsNamed) => named.TypeArguments[0],
        _ => null,
    };

    // Every instance is like every other: it cannot be set, and is made without anything.
    private static bool IsEmpty(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || !type.IsSealed || !TypeParser.CanBeDefault(type))
            return false;
        for (INamedTypeSymbol? current = type; current is not null and not { SpecialType: SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.InstanceConstructors.Any(constructor => constructor.Parameters.Length > 0 && !SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, current))
                || current.GetMembers().Any(member => !member.IsStatic && member is IPropertySymbol { SetMethod: not null } or IFieldSymbol { IsStatic: false, IsReadOnly: false }))
            {
                return false;
            }
        }

        return true;
    }

    private static TextModel Unsupported(ITypeSymbol declared, string problem) => Model(declared, TextKind.Unsupported, Underlying(declared).Type, true) with { Problem = problem };

    private static TextModel Model(ITypeSymbol declared, TextKind kind, ITypeSymbol type, bool isNullable) => new(kind, declared.FullName(), type.FullName(), isNullable);

    // Code that says nothing of nullability may hold null.
    private static (ITypeSymbol Type, bool IsNullable) Underlying(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => (nullable.TypeArguments[0], true),
        { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated } => (type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), true),
        _ when type.IsNamed("System.Collections.Immutable.ImmutableArray`1") => (type, true),
        _ => (type, false),
    };
}
