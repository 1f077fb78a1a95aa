namespace TypedTune.Learning.Tests.Persistence;

/// <summary>Matrices and predictions as values that are equal when all bits are.</summary>
internal static class Numbers
{
    public static IEnumerable<object?> Of(FeatureMatrix matrix) =>
        [.. matrix.Names, .. matrix.Names.SelectMany((_, column) => matrix.Names.Sources(column)), .. Of(matrix.AsColumnMajor().ToArray())];

    public static IEnumerable<object?> Of(IEnumerable<double> values) => values.Select(value => (object?)BitConverter.DoubleToInt64Bits(value));

    public static IEnumerable<object?> Of(Categories column) => [.. column.Levels, .. column.Codes.ToArray().Cast<object?>()];
}
