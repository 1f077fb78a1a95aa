using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads one hyperparameter, nested part or choice.</summary>
internal static class ParameterParser
{
    /// <summary>Reads a property as a member of a type's space; null if it can be none.</summary>
    /// <param name="owner">The type whose space it is: the property's own, or one that has it from its base.</param>
    public static ParameterModel? Parse(INamedTypeSymbol owner, IPropertySymbol property, Failures failures, CoverageParser coverage)
    {
        string name = $"{property.ContainingType.Name}.{property.Name}";
        if (property.IsWriteOnly)
        {
            failures.Add(Descriptors.NotTunable, property, name, Descriptors.AHyperparameter, "it has no 'get' accessor, so that equal configurations could not be recognised; add one");
            return null;
        }

        if (!HasSetter(property))
        {
            failures.Add(Descriptors.NoSetter, property, name, property.ContainingType.CopiesByWith() ? "'init' or 'set' accessor" : "'set' accessor (only records and structs can be copied with 'init')");
            return null;
        }

        if (property.FindOneOf() is { } choice)
            return OneOf(owner, property, choice, failures, coverage);

        var (type, isNullable) = Underlying(property.Type);
        var bounds = BoundsParser.Parse(property.FindAttribute(KnownNames.Hyperparameter));
        string? custom = isNullable ? null : CustomType(type);
        var (kind, values) = Classify(type, isNullable, custom);
        if (!Check(property, name, type, kind, values, isNullable, bounds, failures) || !CheckSearchRange(property, name, type, kind, bounds, failures))
            return null;

        return new ParameterModel(
            property.Name.Escaped(),
            property.Name,
            kind,
            property.Type.FullName(),
            type.FullName(),
            isNullable,
            Accessibility(owner, property, failures),
            bounds,
            values,
            custom ?? "",
            default,
            CoverageOf(kind, bounds, type, coverage),
            property.Summary(),
            property.DefaultText(),
            property.Cref(),
            property.ObsoleteMessage());
    }

    /// <summary>What the <c>All()</c> of a hyperparameter makes that is no choice between types.</summary>
    public static Coverage CoverageOf(IPropertySymbol property, CoverageParser coverage)
    {
        var (type, isNullable) = Underlying(property.Type);
        var (kind, _) = Classify(type, isNullable, isNullable ? null : CustomType(type));
        return CoverageOf(kind, BoundsParser.Parse(property.FindAttribute(KnownNames.Hyperparameter)), type, coverage);
    }

    /// <summary>Whether values of a type lie on a scale, between a Min and a Max.</summary>
    public static bool IsNumber(ITypeSymbol type) => Classify(Underlying(type).Type, isNullable: false, custom: null).Kind is ParameterKind.Integer or ParameterKind.Real;

    private static (ITypeSymbol Type, bool IsNullable) Underlying(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => (nullable.TypeArguments[0], true),
        { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } => (type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), true),
        _ => (type, false),
    };

    private static bool HasSetter(IPropertySymbol property) =>
        property.Setter() is { } setter && (property.ContainingType.CopiesByWith() || !setter.IsInitOnly);

    private static (ParameterKind Kind, EquatableArray<string> Values) Classify(ITypeSymbol type, bool isNullable, string? custom)
    {
        if (custom is not null)
            return (ParameterKind.Custom, default);
        if (ComponentParser.IsTunable(type))
            return (ParameterKind.Nested, default);
        if (type.SpecialType == SpecialType.System_Boolean)
            return (ParameterKind.Choice, new EquatableArray<string>(isNullable ? ["false", "true", "null"] : ["false", "true"]));
        if (type.TypeKind == TypeKind.Enum && !IsFlags(type))
        {
            var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue && !field.IsRefused())
                .GroupBy(field => field.ConstantValue).Select(group => $"{type.FullName()}.{group.First().Name.Escaped()}");
            return (ParameterKind.Choice, new EquatableArray<string>(isNullable ? members.Concat(["null"]) : members));
        }

        return (type.SpecialType switch
        {
            SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => ParameterKind.Integer,
            SpecialType.System_Double => ParameterKind.Real,
            _ => ParameterKind.Plain,
        }, default);
    }

    private static bool Check(IPropertySymbol property, string name, ITypeSymbol type, ParameterKind kind, EquatableArray<string> values, bool isNullable, BoundsModel bounds, Failures failures)
    {
        if (kind == ParameterKind.Nested && isNullable)
        {
            failures.Add(Descriptors.NotTunable, property, name, Descriptors.AHyperparameter, "a tunable part must not be nullable, or there would be nothing to tune where it is null; take the ? away");
            return false;
        }

        if (kind == ParameterKind.Plain && ValueEquality.Problem(type) is { } problem)
        {
            failures.Add(Descriptors.NotTunable, property, name, Descriptors.AHyperparameter, problem);
            return false;
        }

        if (kind == ParameterKind.Choice && values.Count == 0)
        {
            failures.Add(Descriptors.NotTunable, property, name, Descriptors.AHyperparameter, $"{type.Name} has no members to choose from; give it some");
            return false;
        }

        if ((bounds.AreDeclared || (bounds.IsLog && !bounds.HasSearchRange)) && kind is not (ParameterKind.Integer or ParameterKind.Real))
        {
            failures.Add(Descriptors.NotTunable, property, name, Descriptors.AHyperparameter, $"Min, Max and Scale are for whole numbers such as int and for double, but not for {type.Shown()}; take them away");
            return false;
        }

        bool isWhole = kind == ParameterKind.Integer;
        if (bounds.IsEmpty(isWhole))
        {
            failures.Add(Descriptors.EmptyRange, property, name, isWhole ? "whole number" : "number", bounds.Describe());
            return false;
        }

        return true;
    }

    private static bool CheckSearchRange(IPropertySymbol property, string name, ITypeSymbol type, ParameterKind kind, BoundsModel bounds, Failures failures)
    {
        if (!bounds.HasSearchRange)
            return true;
        if (kind is not (ParameterKind.Integer or ParameterKind.Real) && !(kind == ParameterKind.Custom && TakesSearchRange(type)))
            failures.Add(Descriptors.NotTunable, property, name, Descriptors.AHyperparameter, $"SearchMin and SearchMax are for whole numbers such as int, for double, and for types whose parameter class has a SearchRange, but not for {type.Shown()}; take them away");
        else if (!bounds.SearchesLegalValues)
            failures.Add(Descriptors.SearchRangeOutsideBounds, property, name, $"from {BoundsModel.Text(bounds.LowSearched)} to {BoundsModel.Text(bounds.HighSearched)}", bounds.Describe());
        else
            return true;
        return false;
    }

    private static bool TakesSearchRange(ITypeSymbol type) =>
        type.FindAttribute(KnownNames.ParameterType)?.ConstructorArguments.FirstOrDefault().Value is INamedTypeSymbol parameter
        && parameter.OriginalDefinition.GetMembers("SearchRange").OfType<IMethodSymbol>().Any(method => method.Parameters.Length == 3);

    private static ParameterModel OneOf(INamedTypeSymbol owner, IPropertySymbol property, AttributeData attribute, Failures failures, CoverageParser coverage)
    {
        var options = ChoiceParser.Options(owner, property, attribute, failures, coverage);
        return new ParameterModel(
            property.Name.Escaped(),
            property.Name,
            ParameterKind.OneOf,
            property.Type.FullName(),
            property.Type.FullName(),
            false,
            Accessibility(owner, property, failures),
            BoundsParser.Parse(null),
            default,
            "",
            new EquatableArray<OptionModel>(options),
            CoverageParser.Total(options.Select(option => option.Coverage).Concat([Coverage.Finite])),
            property.Summary(),
            property.DefaultText(),
            property.Cref(),
            property.ObsoleteMessage());
    }

    private static string Accessibility(INamedTypeSymbol owner, IPropertySymbol property, Failures failures)
    {
        string? accessibility = Visibility.Widest(property.Type, owner, property.DeclaredAccessibility);
        if (accessibility is null)
            failures.Add(Descriptors.NotTunable, property, $"{property.ContainingType.Name}.{property.Name}", Descriptors.AHyperparameter, $"its type {property.Type.Shown()} is hidden where the space of {owner.Name} is not; make it internal at least");
        return accessibility ?? "internal";
    }

    private static Coverage CoverageOf(ParameterKind kind, BoundsModel bounds, ITypeSymbol type, CoverageParser coverage) => kind switch
    {
        _ when !bounds.IsInAll => Coverage.None,
        ParameterKind.Integer when bounds.CanBeSearched => bounds.IsLog ? Coverage.Continuous : Coverage.Finite,
        ParameterKind.Real when bounds.CanBeSearched => Coverage.Continuous,
        ParameterKind.Custom when bounds.HasSearchRange => Coverage.Continuous,
        ParameterKind.Choice => Coverage.Finite,
        ParameterKind.Nested => coverage.Of(type),
        _ => Coverage.None,
    };

    private static string? CustomType(ITypeSymbol type)
    {
        var named = type.FindAttribute(KnownNames.ParameterType)?.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol;
        return named?.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None));
    }

    private static bool IsFlags(ITypeSymbol type) => type.FindAttribute("System.FlagsAttribute") is not null;
}
