using TypedTune.Generators.Model;

namespace TypedTune.Generators.Emission;

/// <summary>Emits a row type's typed columns, its schema and its reader.</summary>
internal static class RowEmitter
{
    private const string Learning = "global::TypedTune.Learning.";

    // public static class Columns
    // {
    //     public static NumberColumn<District> Longitude { get; } = new("Longitude", 0, NumberKind.Real, static row => …);
    // }
    // static RowSchema<District> IRow<District>.Schema { get; } = new("District", […], static reader => new District { … });
    public static string Emit(RowModel row)
    {
        string type = row.Type.FullName;
        return TypeEmitter.Emit(row.Type, [$"{Learning}IRow<{type}>"], writer =>
        {
            writer.Summary($"The columns of <c>{row.Type.Name}</c>, as values: what a string key is elsewhere.").Unseen()
                .Open($"public {row.Type.New("Columns")}static class Columns");
            for (int i = 0; i < row.Columns.Count; i++)
                EmitColumn(writer, type, row.Columns[i], i);
            foreach (var computed in row.Computed)
                EmitColumn(writer, type, computed, -1);
            writer.Close().Line();

            string columns = string.Join(", ", row.Columns.Select(column => $"Columns.{column.Name}"));
            writer.Unseen().Line($"static {Learning}RowSchema<{type}> {Learning}IRow<{type}>.Schema {{ get; }} = new({CodeWriter.Literal(row.Type.Name)}, new {Learning}Column<{type}>[] {{ {columns} }}, static reader => {Create(row)}){Computed(row)};").Line();
            writer.Summary($"Reads a table of <c>{row.Type.Name}</c> from a file of comma-separated values with a header line.")
                .Line("/// <param name=\"path\">The file. Headers are matched to properties without regard to case, spaces and underscores.</param>")
                .Line("/// <param name=\"options\">How it is written; default: UTF-8, commas, points for the decimals.</param>")
                .Line($"/// <exception cref=\"{Learning}CsvException\">A column is missing or a value is illegal; the message names row and column.</exception>").Unseen()
                .Line($"public {row.Type.New("ReadCsv")}static {Learning}Table<{type}> ReadCsv(string path, {Learning}CsvOptions? options = null) => {Learning}Csv.Read<{type}>(path, options);");
        });
    }

    private static void EmitColumn(CodeWriter writer, string type, ColumnModel column, int ordinal)
    {
        bool isNumber = column.NumberKind is not null;
        string kind = isNumber ? $", {Learning}NumberKind.{column.NumberKind}" : "";
        writer.Summary(column.Summary.Length > 0 ? column.Summary : $"The column <c>{column.Path}</c>.")
            .Line($"public static {Learning}{(isNumber ? "Number" : "Category")}Column<{type}> {column.Name} {{ get; }} = new({CodeWriter.Literal(column.Path)}, {ordinal}{kind}, static row => {column.Get}){Properties(column)};").Line();
    }

    private static string Properties(ColumnModel column)
    {
        var properties = new List<string>();
        if (column.IsOptional)
            properties.Add("IsOptional = true");
        if (column.Role != "Feature")
            properties.Add($"Role = {Learning}ColumnRole.{column.Role}");
        if (column.IsStratum)
            properties.Add("IsStratum = true");
        if (column.Header is { } header)
            properties.Add($"Header = {CodeWriter.Literal(header)}");
        if (column.Limits.Length > 0)
            properties.Add(column.Limits);
        if (column.Format is { } format)
            properties.Add($"Format = {CodeWriter.Literal(format)}");
        if (column.Levels.Count > 0)
            properties.Add($"Levels = new string[] {{ {string.Join(", ", column.Levels.Select(CodeWriter.Literal))} }}");
        return properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
    }

    private static string Computed(RowModel row) => row.Computed.Count == 0
        ? ""
        : $" {{ ComputedRoles = new {Learning}Column<{row.Type.FullName}>[] {{ {string.Join(", ", row.Computed.Select(column => $"Columns.{column.Name}"))} }} }}";

    private static string Create(RowModel row)
    {
        string Read(int i) => row.Columns[i].Read.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        string arguments = string.Join(", ", row.ConstructorArguments.Select(Read));
        var initialized = Enumerable.Range(0, row.Columns.Count).Except(row.ConstructorArguments).Select(i => $"{row.Columns[i].Name} = {Read(i)}").ToArray();
        return $"new {row.Type.FullName}({arguments})" + (initialized.Length == 0 ? "" : $" {{ {string.Join(", ", initialized)} }}");
    }
}
