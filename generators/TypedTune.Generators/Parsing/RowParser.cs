using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTune.Generators.Model;
using TypedTune.Generators.Rules;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads a row type's columns.</summary>
internal static class RowParser
{
    /// <summary>The names of a row type's feature columns, in order, and whether each holds numbers.</summary>
    public static IReadOnlyDictionary<string, bool> FeatureColumns(INamedTypeSymbol row)
    {
        var columns = new Dictionary<string, bool>();
        foreach (var property in ColumnProperties(row))
        {
            if (property.FindAttribute(KnownNames.Target) is null && Column(property) is { } column)
                columns[property.Name] = column.NumberKind is not null;
        }

        return columns;
    }

    public static ParseResult<RowModel> Parse(INamedTypeSymbol type)
    {
        var failures = new Failures();
        var model = TypeParser.Parse(type, failures);
        var columns = new List<ColumnModel>();
        foreach (var property in ColumnProperties(type))
        {
            string name = $"{type.Name}.{property.Name}";
            if (Column(property) is not { } column)
                failures.Add(Descriptors.UnsupportedColumn, property, name, property.Type.ToDisplayString());
            else if (column.IsTarget && columns.Any(known => known.IsTarget))
                failures.Add(Descriptors.SeveralTargets, property, name);
            else if (columns.FirstOrDefault(known => HeaderKey(known) == HeaderKey(column)) is { } other)
                failures.Add(Descriptors.SameHeader, property, name, $"{type.Name}.{other.Path}", column.Header ?? column.Path);
            else
                columns.Add(column);
        }

        ReservedNames.CheckType(type, ReservedNames.OfRows, failures);
        var creation = RowCreation.Find(type, ColumnProperties(type).Where(property => columns.Any(column => column.Path == property.Name)).ToArray());
        if (creation is null)
            failures.Add(Descriptors.NotTunable, type, type.Name, "a row is made by a parameterless constructor or by one whose parameters are its columns");
        else if (!failures.Any && creation.Unset is { } unset)
            failures.Add(Descriptors.RequiredIgnored, unset, $"{type.Name}.{unset.Name}");
        return failures.Result(() => new RowModel(model, new EquatableArray<ColumnModel>(columns), new EquatableArray<int>(creation!.Arguments)));
    }

    private static IEnumerable<IPropertySymbol> ColumnProperties(INamedTypeSymbol type) => type.InstanceProperties()
        .Where(property => property is { DeclaredAccessibility: Accessibility.Public, GetMethod: not null, SetMethod: not null }
            && property.SetMethod.IsUsableIn(type)
            && property.FindAttribute(KnownNames.IgnoreColumn) is null);

    // Headers of files are matched to names in the same way.
    private static string HeaderKey(ColumnModel column) =>
        (column.Header ?? column.Path).Replace(" ", "").Replace("_", "").ToLowerInvariant();

    private static ColumnModel? Column(IPropertySymbol property)
    {
        var type = property.Type;
        bool isOptional = false;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            (type, isOptional) = (nullable.TypeArguments[0], true);
        else if (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated)
            isOptional = true;

        string ordinal = "{0}";
        string value = $"row.{property.Name.Escaped()}";
        string fullName = type.FullName();
        string? kind = type.SpecialType switch
        {
            SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal => "Real",
            SpecialType.System_Boolean => "Boolean",
            SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => "Integer",
            _ => null,
        };

        string get;
        string read;
        var levels = Array.Empty<string>();
        if (kind == "Boolean")
        {
            get = isOptional ? $"{value} is {{ }} flag ? (flag ? 1D : 0D) : double.NaN" : $"{value} ? 1D : 0D";
            read = isOptional ? $"reader.OptionalNumber({ordinal}) is {{ }} flag{ordinal} ? flag{ordinal} != 0 : null" : $"reader.Number({ordinal}) != 0";
        }
        else if (kind is not null)
        {
            get = isOptional ? $"{value} is {{ }} number ? (double)number : double.NaN" : $"(double){value}";
            string conversion = type.SpecialType == SpecialType.System_Double ? "" : $"({fullName}{(isOptional ? "?" : "")})";
            read = $"{(conversion.Length == 0 ? "" : "checked(")}{conversion}reader.{(isOptional ? "OptionalNumber" : "Number")}({ordinal}){(conversion.Length == 0 ? "" : ")")}";
        }
        else if (type.SpecialType == SpecialType.System_String)
        {
            get = value;
            read = $"reader.Category({ordinal}){(isOptional ? "" : "!")}";
        }
        else if (type.TypeKind == TypeKind.Enum)
        {
            levels = [.. type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).GroupBy(field => field.ConstantValue).Select(group => group.First().Name)];
            string Member(string level) => $"{fullName}.{level.Escaped()}";
            get = $"{value} switch {{ {string.Concat(levels.Select(level => $"{Member(level)} => {Literal(level)}, "))}{(isOptional ? "null => null, " : "")}_ => throw new global::System.ArgumentOutOfRangeException({Literal(property.Name)}, {value}, {Literal($"{property.Name} is no member of {type.Name}.")}) }}";
            read = $"reader.Category({ordinal}) switch {{ {string.Concat(levels.Select(level => $"{Literal(level)} => {Member(level)}, "))}{(isOptional ? $"_ => ({fullName}?)null" : $"_ => throw new global::System.ArgumentOutOfRangeException({Literal(property.Name)}, reader.Category({ordinal}), {Literal($"{property.Name} is no member of {type.Name}.")})")} }}";
        }
        else
        {
            return null;
        }

        return new ColumnModel(
            property.Name.Escaped(),
            property.Name,
            kind,
            get,
            read,
            isOptional,
            property.FindAttribute(KnownNames.Target) is not null,
            property.FindAttribute(KnownNames.Column)?.ConstructorArguments.FirstOrDefault().Value as string,
            new EquatableArray<string>(levels),
            property.Summary());
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
