using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;
using TypedTune.Generators.Rules;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads one hyperparameter, nested part or choice.</summary>
internal static class ParameterParser
{
    public static ParameterModel? Parse(IPropertySymbol property, Failures failures, CoverageParser coverage)
    {
        string name = $"{property.ContainingType.Name}.{property.Name}";
        if (!HasSetter(property))
        {
            failures.Add(Descriptors.NoSetter, property, name, property.ContainingType.IsRecord ? "'init' or 'set' accessor" : "'set' accessor (only records can be copied with 'init')");
            return null;
        }

        if (property.IsForbidden())
        {
            failures.Add(Descriptors.NotTunable, property, name, "it is obsolete to the point that to use it is an error");
            return null;
        }

        if (property.FindOneOf() is { } choice)
            return OneOf(property, choice, failures, coverage);

        var (type, isNullable) = Underlying(property.Type);
        var bounds = Bounds(property.FindAttribute(KnownNames.Hyperparameter));
        string? custom = isNullable ? null : CustomType(type);
        var (kind, values) = Classify(type, isNullable, custom);
        if (!Check(property, name, type, kind, isNullable, bounds, failures))
            return null;

        return new ParameterModel(
            property.Name.Escaped(),
            property.Name,
            kind,
            property.Type.FullName(),
            type.FullName(),
            isNullable,
            property.AccessibilityText(),
            bounds,
            values,
            custom ?? "",
            default,
            CoverageOf(kind, bounds, type, coverage),
            property.Summary(),
            property.DefaultText(),
            property.Cref());
    }

    /// <summary>What the <c>All()</c> of a hyperparameter makes that is no choice between types.</summary>
    public static Coverage CoverageOf(IPropertySymbol property, CoverageParser coverage)
    {
        var (type, isNullable) = Underlying(property.Type);
        var (kind, _) = Classify(type, isNullable, isNullable ? null : CustomType(type));
        return CoverageOf(kind, Bounds(property.FindAttribute(KnownNames.Hyperparameter)), type, coverage);
    }

    private static (ITypeSymbol Type, bool IsNullable) Underlying(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => (nullable.TypeArguments[0], true),
        { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } => (type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), true),
        _ => (type, false),
    };

    private static bool HasSetter(IPropertySymbol property) =>
        property.SetMethod is { } setter && (property.ContainingType.IsRecord || !setter.IsInitOnly);

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
            var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
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

    private static bool Check(IPropertySymbol property, string name, ITypeSymbol type, ParameterKind kind, bool isNullable, BoundsModel bounds, Failures failures)
    {
        if (kind == ParameterKind.Nested && isNullable)
        {
            failures.Add(Descriptors.NotTunable, property, name, "a tunable part must not be nullable, or there would be nothing to tune where it is null");
            return false;
        }

        if (kind == ParameterKind.Plain && ValueEquality.Problem(type) is { } problem)
        {
            failures.Add(Descriptors.NotTunable, property, name, problem);
            return false;
        }

        if (bounds.AreDeclared && kind is not (ParameterKind.Integer or ParameterKind.Real))
        {
            failures.Add(Descriptors.NotTunable, property, name, "Min and Max are for int, long, double and their like");
            return false;
        }

        if (bounds.Min > bounds.Max || (bounds.Min == bounds.Max && (bounds.MinExclusive || bounds.MaxExclusive)))
        {
            failures.Add(Descriptors.MinAboveMax, property, name, bounds.Min, bounds.Max);
            return false;
        }

        return true;
    }

    private static ParameterModel OneOf(IPropertySymbol property, AttributeData attribute, Failures failures, CoverageParser coverage)
    {
        var options = new List<OptionModel>();
        foreach (var argument in attribute.AttributeClass!.TypeArguments)
        {
            var problem = argument is not INamedTypeSymbol { TypeKind: TypeKind.Class } named ? "it is not a class or record"
                : !Fits(named, property.Type) ? $"it is not {Article(property.Type.Name)}"
                : !TypeParser.CanBeDefault(named) ? "it has no parameterless constructor, or has required members"
                : options.Any(option => option.Name == named.Name.Escaped()) ? "another option has the same name"
                : null;
            if (problem is not null)
                failures.Add(Descriptors.UnfitOption, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? property.Locations[0], argument.Name, property.Name, problem);
            else
                options.Add(new OptionModel(argument.Name.Escaped(), argument.FullName(), ComponentParser.IsTunable(argument), coverage.Of(argument)));
        }

        return new ParameterModel(
            property.Name.Escaped(),
            property.Name,
            ParameterKind.OneOf,
            property.Type.FullName(),
            property.Type.FullName(),
            false,
            property.AccessibilityText(),
            Bounds(null),
            default,
            "",
            new EquatableArray<OptionModel>(options),
            CoverageParser.Total(options.Select(option => option.Coverage).Concat([Coverage.Finite])),
            property.Summary(),
            property.DefaultText(),
            property.Cref());
    }

    // Generated pipelines implement their interfaces only in generated code, so their declared role counts as well.
    private static bool Fits(INamedTypeSymbol option, ITypeSymbol type)
    {
        for (ITypeSymbol? current = option; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
                return true;
        }

        return option.AllInterfaces.Contains(type, SymbolEqualityComparer.Default)
            || (ComponentParser.IsFlow(option) && type.TypeKind == TypeKind.Interface && SignatureParser.Parse(option) is { } signature && signature.Role switch
            {
                Role.Regressor => signature.Input == SignatureParser.Numbers && type.IsNamed(KnownNames.Regressor),
                Role.Classifier => signature.Input == SignatureParser.Numbers && type.IsNamed(KnownNames.Classifier),
                _ => SignatureParser.Parse(type) is { Role: Role.Step } wanted && wanted.Input == signature.Input && wanted.Output == signature.Output,
            });
    }

    private static string Article(string name) => ("AEIO".IndexOf(name[0]) >= 0 ? "an " : "a ") + name;

    private static Coverage CoverageOf(ParameterKind kind, BoundsModel bounds, ITypeSymbol type, CoverageParser coverage) => kind switch
    {
        ParameterKind.Integer when bounds.AreFinite => bounds.IsLog ? Coverage.Continuous : Coverage.Finite,
        ParameterKind.Real when bounds.AreFinite => Coverage.Continuous,
        ParameterKind.Choice => Coverage.Finite,
        ParameterKind.Nested => coverage.Of(type),
        _ => Coverage.None,
    };

    // Unfinished code may name an argument twice.
    public static BoundsModel Bounds(AttributeData? attribute)
    {
        var arguments = attribute?.NamedArguments.GroupBy(argument => argument.Key).ToDictionary(same => same.Key, same => same.First().Value.Value) ?? [];
        T Argument<T>(string name, T fallback) => arguments.TryGetValue(name, out var value) && value is T typed ? typed : fallback;
        return new BoundsModel(
            Argument("Min", double.NegativeInfinity),
            Argument("Max", double.PositiveInfinity),
            Argument("MinExclusive", false),
            Argument("MaxExclusive", false),
            Argument("Scale", 0) == 1);
    }

    private static string? CustomType(ITypeSymbol type)
    {
        var named = type.FindAttribute(KnownNames.ParameterType)?.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol;
        return named?.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None));
    }

    private static bool IsFlags(ITypeSymbol type) => type.FindAttribute("System.FlagsAttribute") is not null;
}
