using Apache.Arrow.Types;
using TypedTune.Learning;

namespace TypedTune.Arrow;

/// <summary>Makes matrices of columns.</summary>
internal static class MatrixReading
{
    /// <summary>Makes a matrix of all columns.</summary>
    /// <exception cref="TableException">A column cannot be one of a matrix.</exception>
    public static FeatureMatrix Read(IReadOnlyList<ArrowColumn> columns, string origin)
    {
        if (columns.FirstOrDefault(column => column.Name.Length == 0) is not null)
            throw new TableException("has a column without a name. Name it.", origin);
        var parts = columns.Select(column => column.Type is DictionaryType ? Categories(column, origin) : Numbers(column, origin)).ToArray();
        return FeatureMatrix.Concatenate(FeatureNames.Concatenate(parts.Select(part => part.Names)), parts);
    }

    private static FeatureMatrix Numbers(ArrowColumn column, string origin)
    {
        var kind = column.Type switch
        {
            BooleanType => NumberKind.Boolean,
            Date32Type or Date64Type => NumberKind.Date,
            TimestampType { IsTimeZoneAware: true } => NumberKind.DateTimeOffset,
            TimestampType => NumberKind.DateTime,
            DurationType or Time32Type or Time64Type => NumberKind.TimeSpan,
            IntegerType => NumberKind.Integer,
            _ => NumberKind.Real,
        };
        return FeatureMatrix.FromColumns(new FeatureNames(column.Name), NumberReading.Read(column, kind, "a matrix", origin)).WithKinds(kind);
    }

    private static FeatureMatrix Categories(ArrowColumn column, string origin)
    {
        var categories = CategoryReading.Read(column, "a matrix", origin);
        double[] codes = [.. categories.Codes.ToArray().Select(code => code < 0 ? double.NaN : code)];
        return FeatureMatrix.FromColumns(FeatureNames.OfCategories([column.Name], [categories.Levels]), codes);
    }
}
