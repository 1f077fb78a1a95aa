using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads a row type's columns.</summary>
internal static class RowParser
{
    private const string Feature = nameof(Feature);
    private const string Discrete = "a string, an enum, a whole number, a bool or a date";

    /// <summary>The columns of a row type that are features only where a branch names them.</summary>
    public static ICollection<string> RoleColumns(INamedTypeSymbol row) =>
        new HashSet<string>(ColumnProperties(row).Where(property => RolesOf(property).Length > 0).Select(property => property.Name));

    /// <summary>The name of a row type's property of a role, stored or computed; null where there is none.</summary>
    public static string? NameOf(INamedTypeSymbol row, string role) =>
        row.InstanceProperties().FirstOrDefault(property => (IsColumn(property) || IsComputed(property)) && RolesOf(property).Contains(role))?.Name;

    /// <summary>The names of a row type's columns that may be features, in order, and whether each holds numbers.</summary>
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

    /// <summary>Whether a column of a row type holds dates or times of a day.</summary>
    public static bool HoldsDates(INamedTypeSymbol row, string column) =>
        ColumnProperties(row).FirstOrDefault(property => property.Name == column) is { } property && Column(property)?.NumberKind is "Date" or "DateTime" or "DateTimeOffset";

    public static ParseResult<RowModel> Parse(INamedTypeSymbol type)
    {
        var failures = new Failures();
        var model = TypeParser.Parse(type, failures);
        var columns = new List<ColumnModel>();
        foreach (var property in ColumnProperties(type))
        {
            string name = $"{type.Name}.{property.Name}";
            if (property.Type.TypeKind == TypeKind.Error)
                failures.AddOfTheCompiler();
            else if (Column(property) is not { } column)
                failures.Add(Descriptors.UnsupportedColumn, property, name, property.Type.ToDisplayString());
            else if (WhyNoRole(property, column, columns) is { } problem)
                failures.Add(Descriptors.IllegalRole, property, name, problem);
            else if (columns.FirstOrDefault(known => ShareHeader(known, column)) is { } other)
                failures.Add(Descriptors.SameHeader, property, name, $"{type.Name}.{other.Path}", column.Header ?? column.Path, column.Header is null || other.Header is null ? ", as case, spaces and punctuation do not count where a property's name is the header" : "");
            else
                columns.Add(column);
        }

        var computed = new List<ColumnModel>();
        foreach (var property in type.InstanceProperties().Where(IsComputed))
        {
            string name = $"{type.Name}.{property.Name}";
            if (property.Type.TypeKind == TypeKind.Error)
                failures.AddOfTheCompiler();
            else if (Column(property) is not { } column)
                failures.Add(Descriptors.UnsupportedColumn, property, name, property.Type.ToDisplayString());
            else if (WhyNoRole(property, column, [.. columns, .. computed]) is { } problem)
                failures.Add(Descriptors.IllegalRole, property, name, problem);
            else
                computed.Add(column);
        }

        ReservedNames.CheckType(type, ReservedNames.OfRows, failures);
        var creation = RowCreation.Find(type, [.. ColumnProperties(type).Where(property => columns.Any(column => column.Path == property.Name))]);
        if (creation is null && (type.IsAbstract || !failures.Any))
            failures.Add(Descriptors.NoRowConstructor, type, type.Name, type.IsAbstract ? ", as it is abstract; mark the types that derive from it instead" : "; give it a constructor without parameters, or one whose parameters are all called as columns are");
        else if (!failures.Any && creation?.Unset is { } unset)
            failures.Add(Descriptors.RequiredIgnored, unset, $"{type.Name}.{unset.Name}");
        return failures.Result(() => new RowModel(model, new EquatableArray<ColumnModel>(columns), new EquatableArray<ColumnModel>(computed), new EquatableArray<int>(creation!.Arguments)));
    }

    /// <summary>Whether a property of a row type is a column, or would be if its type were one of a column.</summary>
    public static bool IsColumn(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, GetMethod: not null, SetMethod: { } setter }
        && setter.IsUsableIn(property.ContainingType)
        && property.IsPart()
        && property.FindAttribute(KnownNames.IgnoreColumn) is null;

    /// <summary>Whether a property of a row type is a group, a weight or a time that is computed from the row.</summary>
    public static bool IsComputed(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, GetMethod: not null, IsIndexer: false, SetMethod: null }
        && property.FindAttribute(KnownNames.IgnoreColumn) is null
        && RolesOf(property) is var roles
        && (roles.Length > 0 || property.FindAttribute(KnownNames.Stratum) is not null)
        && !roles.Contains(nameof(KnownNames.Target))
        && !property.IsRefused();

    private static string[] RolesOf(IPropertySymbol property)
    {
        (string Role, string Attribute)[] roles =
        [
            (nameof(KnownNames.Target), KnownNames.Target),
            (nameof(KnownNames.Group), KnownNames.Group),
            (nameof(KnownNames.Weight), KnownNames.Weight),
            (nameof(KnownNames.Time), KnownNames.Time),
        ];
        return [.. roles.Where(role => property.FindAttribute(role.Attribute) is not null).Select(role => role.Role)];
    }

    private static string? WhyNoRole(IPropertySymbol property, ColumnModel column, IReadOnlyList<ColumnModel> known)
    {
        if (RolesOf(property) is { Length: > 1 } several)
            return $"is both [{several[0]}] and [{several[1]}], but a column has one role; take one away";
        if (column.IsStratum && column.NumberKind == "Real")
            return $"cannot be a [Stratum] as a {property.Type.ToDisplayString()}; make it {Discrete}";
        if (column.Role == Feature)
            return null;
        if (known.Any(other => other.Role == column.Role))
            return $"is a second [{column.Role}]; a row type has one, so take this one away";
        string? wanted = column.Role switch
        {
            nameof(KnownNames.Weight) when column.NumberKind is not ("Real" or "Integer") => "a number",
            nameof(KnownNames.Time) when column.NumberKind is null or "Real" or "Boolean" => "a date, a time, a duration or a whole number",
            nameof(KnownNames.Group) when column.NumberKind == "Real" => Discrete,
            _ => null,
        };
        return wanted is null ? null : $"cannot be a [{column.Role}] as a {property.Type.ToDisplayString()}; make it {wanted}";
    }

    private static IEnumerable<IPropertySymbol> ColumnProperties(INamedTypeSymbol type) => type.InstanceProperties().Where(IsColumn);

    // As a file's headers are matched: one that [Column] names exactly, a property's name loosely.
    private static bool ShareHeader(ColumnModel left, ColumnModel right) => left.Header is not null && right.Header is not null
        ? left.Header == right.Header
        : HeaderKey(left.Header ?? left.Path) == HeaderKey(right.Header ?? right.Path);

    private static string HeaderKey(string header) =>
        new([.. header.Where(c => c is not ('_' or '-' or '.') && !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant)]);

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
        var declared = property.FindAttribute(KnownNames.Column);
        string? kind = type.SpecialType switch
        {
            SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal => "Real",
            SpecialType.System_Boolean => "Boolean",
            SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => "Integer",
            _ => DateKind(fullName),
        };

        string get;
        string read;
        var levels = Array.Empty<string>();
        if (kind == "Boolean")
        {
            get = isOptional ? $"{value} is {{ }} flag ? (flag ? 1D : 0D) : double.NaN" : $"{value} ? 1D : 0D";
            read = isOptional ? $"reader.OptionalNumber({ordinal}) is {{ }} flag{ordinal} ? flag{ordinal} != 0 : null" : $"reader.Number({ordinal}) != 0";
        }
        else if (DateKind(fullName) is { } date)
        {
            string Encode(string instance) => $"global::TypedTune.Learning.DateEncoding.{(date == "Date" ? "ToDays" : "ToSeconds")}({instance})";
            get = isOptional ? $"{value} is {{ }} time ? {Encode("time")} : double.NaN" : Encode(value);
            string decode = $"global::TypedTune.Learning.DateEncoding.To{date}";
            read = isOptional ? $"reader.OptionalNumber({ordinal}) is {{ }} time{ordinal} ? {decode}(time{ordinal}) : null" : $"{decode}(reader.Number({ordinal}))";
        }
        else if (kind is not null)
        {
            get = isOptional ? $"{value} is {{ }} number ? (double)number : double.NaN" : $"(double){value}";
            string conversion = type.SpecialType == SpecialType.System_Double ? "" : $"({fullName}{(isOptional ? "?" : "")})";
            read = $"{(conversion.Length == 0 ? "" : "checked(")}{conversion}reader.{(isOptional ? "OptionalNumber" : "Number")}({ordinal}){(conversion.Length == 0 ? "" : ")")}";
        }
        else if (type.SpecialType == SpecialType.System_String)
        {
            levels = DeclaredLevels(declared);
            get = value;
            read = $"reader.Category({ordinal}){(isOptional ? "" : "!")}";
        }
        else if (type.TypeKind == TypeKind.Enum)
        {
            levels = [.. type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue && !field.IsRefused()).GroupBy(field => field.ConstantValue).Select(group => group.First().Name)];
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
            RolesOf(property).FirstOrDefault() ?? Feature,
            property.FindAttribute(KnownNames.Stratum) is not null,
            declared?.ConstructorArguments.FirstOrDefault().Value as string,
            new EquatableArray<string>(levels),
            Limits(type.SpecialType),
            declared?.NamedArguments.FirstOrDefault(argument => argument.Key == "Format").Value.Value as string,
            property.Summary());
    }

    /// <summary>The categories that <c>[Column(Levels = […])]</c> declares, each once.</summary>
    private static string[] DeclaredLevels(AttributeData? column) =>
        column?.NamedArguments.FirstOrDefault(argument => argument.Key == "Levels").Value is { Kind: TypedConstantKind.Array, IsNull: false } levels
            ? [.. levels.Values.Select(level => level.Value).OfType<string>().Distinct()]
            : [];

    private static string? DateKind(string fullName) => fullName switch
    {
        "global::System.DateOnly" => "Date",
        "global::System.DateTime" => "DateTime",
        "global::System.DateTimeOffset" => "DateTimeOffset",
        "global::System.TimeSpan" => "TimeSpan",
        _ => null,
    };

    // Of a decimal the largest double below its end; long and ulong end beyond the whole numbers that are exact.
    private static string Limits(SpecialType type) => type switch
    {
        SpecialType.System_SByte => "Minimum = -128D, Maximum = 127D",
        SpecialType.System_Byte => "Minimum = 0D, Maximum = 255D",
        SpecialType.System_Int16 => "Minimum = -32768D, Maximum = 32767D",
        SpecialType.System_UInt16 => "Minimum = 0D, Maximum = 65535D",
        SpecialType.System_Int32 => "Minimum = -2147483648D, Maximum = 2147483647D",
        SpecialType.System_UInt32 => "Minimum = 0D, Maximum = 4294967295D",
        SpecialType.System_UInt64 => "Minimum = 0D",
        SpecialType.System_Single => "Minimum = float.MinValue, Maximum = float.MaxValue, Round = static value => (float)value",
        SpecialType.System_Decimal => "Minimum = -7.922816251426432E28D, Maximum = 7.922816251426432E28D, Round = static value => (double)(decimal)value",
        _ => "",
    };

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
