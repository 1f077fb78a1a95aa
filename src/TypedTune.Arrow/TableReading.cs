using TypedTune.Learning;

namespace TypedTune.Arrow;

/// <summary>Makes tables of columns.</summary>
internal static class TableReading
{
    /// <summary>Makes a table, whose columns are found by name.</summary>
    /// <exception cref="TableException">A column is not there, of another type, or holds an illegal value.</exception>
    public static Table<TRow> Read<TRow>(IReadOnlyList<ArrowColumn> columns, string origin)
        where TRow : IRow<TRow>
    {
        var places = TRow.Schema.MatchColumns([.. columns.Select(column => column.Name)], origin);
        return TRow.Schema.CreateTable(
            column => NumberReading.Read(columns[places[column.Ordinal]], column.Kind, $"{TRow.Schema.Name}.{column}", origin),
            column => CategoryReading.Read(columns[places[column.Ordinal]], $"{TRow.Schema.Name}.{column}", origin),
            origin);
    }
}
