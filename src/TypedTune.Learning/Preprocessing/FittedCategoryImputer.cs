namespace TypedTune.Learning;

/// <summary>Replaces missing categories by what was learned. Immutable and thread safe.</summary>
public sealed class FittedCategoryImputer : IFittedStep<CategoryMatrix, CategoryMatrix>, IFittedRowStep<string?, string?>, IPersistentModel<FittedCategoryImputer>
{
    private readonly string[] _fills;

    internal FittedCategoryImputer(FeatureNames names, string[] fills)
    {
        FeatureNames = names;
        _fills = fills;
    }

    /// <summary>The names of the columns, the same before and after.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>The category that replaces a missing one, one a column.</summary>
    public IReadOnlyList<string> Fills => _fills;

    /// <inheritdoc/>
    public CategoryMatrix Transform(CategoryMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireColumns(FeatureNames, nameof(CategoryImputer));
        return new CategoryMatrix(FeatureNames, _fills.Select((fill, column) => Filled(input.Column(column), fill)));
    }

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<string?> row, FeatureNames names, Span<string?> output)
    {
        RowChecks.RequireColumns(row, names, FeatureNames, nameof(CategoryImputer));
        for (int c = 0; c < row.Length; c++)
            output[c] = row[c] ?? _fills[c];
    }

    private static Categories Filled(Categories column, string fill)
    {
        if (!column.Codes.Contains(-1))
            return column;
        string[] levels = [.. column.Levels];
        int code = Array.IndexOf(levels, fill);
        if (code < 0)
        {
            code = levels.Length;
            levels = [.. levels, fill];
        }

        return new Categories(levels, Array.ConvertAll(column.Codes.ToArray(), row => row < 0 ? code : row));
    }

    static string IPersistentModel<FittedCategoryImputer>.ModelName => nameof(CategoryImputer);

    void IPersistentModel<FittedCategoryImputer>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", FeatureNames);
        writer.Texts("Fills", _fills);
    }

    static FittedCategoryImputer IPersistentModel<FittedCategoryImputer>.Read(ModelReader reader)
    {
        var names = reader.FeatureNames("Names");
        string[] fills = reader.Texts("Fills");
        reader.Require(fills.Length == names.Count, "it has another number of fills than of columns");
        return new FittedCategoryImputer(names, fills);
    }
}
