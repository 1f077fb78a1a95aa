namespace TypedTune.Learning;

/// <summary>Gives each known category a column of its own. Immutable and thread safe.</summary>
public sealed class FittedOneHotEncoder : IFittedStep<CategoryMatrix, FeatureMatrix>, IFittedRowStep<string?, double>, IPersistentModel<FittedOneHotEncoder>
{
    private readonly FeatureNames _inputNames;
    private readonly string[][] _categories;
    private readonly UnknownCategories _unknown;

    internal FittedOneHotEncoder(FeatureNames inputNames, string[][] categories, UnknownCategories unknown)
    {
        _inputNames = inputNames;
        _categories = categories;
        _unknown = unknown;

        // A name may not be empty, but a category may be.
        FeatureNames = new FeatureNames(categories.SelectMany((known, column) => known.Select(category =>
            inputNames.Count == 1 && category.Length > 0 ? category : $"{inputNames[column]}={category}")))
            .MadeOf(inputNames, [.. categories.SelectMany((known, column) => Enumerable.Repeat(column, known.Length))]);
    }

    /// <inheritdoc/>
    public FeatureNames FeatureNames { get; }

    /// <summary>The known categories of each input column, in ordinal order, which is that of the output columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Categories => _categories;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, a category is missing, or one is unknown and such are refused.</exception>
    public FeatureMatrix Transform(CategoryMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireColumns(_inputNames, nameof(OneHotEncoder));
        int rows = input.RowCount;
        var values = new double[rows * FeatureNames.Count];
        int at = 0;
        for (int c = 0; c < _categories.Length; c++)
        {
            RequireNoneMissing(input, c);
            Encode(input.Column(c), c, values.AsSpan(at * rows, _categories[c].Length * rows));
            at += _categories[c].Length;
        }

        return FeatureMatrix.Own(values, rows, FeatureNames);
    }

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<string?> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireColumns(row, names, _inputNames, nameof(OneHotEncoder));
        output.Clear();
        int at = 0;
        for (int c = 0; c < row.Length; c++)
        {
            if (row[c] is not { } category)
                throw Missing(names[c], 0);
            int place = KnownCategories.Place(category, _categories[c]);
            if (place >= 0)
                output[at + place] = 1;
            else if (_unknown == UnknownCategories.Refuse)
                throw Unknown(c, category, 0);
            at += _categories[c].Length;
        }
    }

    internal static void RequireNoneMissing(CategoryMatrix input, int column)
    {
        int row = input.Column(column).Codes.IndexOf(-1);
        if (row >= 0)
            throw Missing(input.Names[column], row);
    }

    private static ArgumentException Missing(string column, int row) =>
        new($"{nameof(OneHotEncoder)} cannot work with missing categories, but {Excerpt.From(column)} is missing in row {row}. Put a {nameof(CategoryImputer)} before it.");

    private UnknownCategoryException Unknown(int column, string category, int row) =>
        KnownCategories.Unknown(nameof(OneHotEncoder), "give such rows zeros", _inputNames[column], category, row, _categories[column]);

    private void Encode(Categories column, int index, Span<double> values)
    {
        var known = _categories[index];
        var place = KnownCategories.Places(column, known);
        var codes = column.Codes;
        for (int row = 0; row < codes.Length; row++)
        {
            int to = place[codes[row]];
            if (to >= 0)
                values[to * codes.Length + row] = 1;
            else if (_unknown == UnknownCategories.Refuse)
                throw Unknown(index, column[row]!, row);
        }
    }

    static string IPersistentModel<FittedOneHotEncoder>.ModelName => nameof(OneHotEncoder);

    void IPersistentModel<FittedOneHotEncoder>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", _inputNames);
        KnownCategories.Write(writer, _categories, _unknown);
    }

    static FittedOneHotEncoder IPersistentModel<FittedOneHotEncoder>.Read(ModelReader reader)
    {
        var names = reader.FeatureNames("Names");
        var (categories, unknown) = KnownCategories.Read(reader, names.Count);
        return new FittedOneHotEncoder(names, categories, unknown);
    }
}
