namespace TypedTune.Learning;

/// <summary>Gives each known category its number. Immutable and thread safe.</summary>
public sealed class FittedOrdinalEncoder : IFittedStep<CategoryMatrix, FeatureMatrix>, IFittedRowStep<string?, double>, IPersistentModel<FittedOrdinalEncoder>
{
    private readonly FeatureNames _inputNames;
    private readonly string[][] _categories;
    private readonly UnknownCategories _unknown;

    internal FittedOrdinalEncoder(FeatureNames inputNames, string[][] categories, UnknownCategories unknown)
    {
        _inputNames = inputNames;
        _categories = categories;
        _unknown = unknown;
        FeatureNames = FeatureNames.OfCategories(inputNames, categories).MadeOf(inputNames, [.. Enumerable.Range(0, inputNames.Count)]);
    }

    /// <inheritdoc/>
    public FeatureNames FeatureNames { get; }

    /// <summary>The known categories of each column, in ordinal order, which is that of their numbers.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Categories => _categories;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a category is unknown and such are refused.</exception>
    public FeatureMatrix Transform(CategoryMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireColumns(_inputNames, nameof(OrdinalEncoder));
        int rows = input.RowCount;
        var values = new double[rows * _categories.Length];
        for (int c = 0; c < _categories.Length; c++)
            Encode(input.Column(c), c, values.AsSpan(c * rows, rows));
        return FeatureMatrix.Own(values, rows, FeatureNames);
    }

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<string?> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireColumns(row, names, _inputNames, nameof(OrdinalEncoder));
        for (int c = 0; c < row.Length; c++)
        {
            int place = row[c] is { } category ? KnownCategories.Place(category, _categories[c]) : -1;
            if (place < 0 && row[c] is { } unknown && _unknown == UnknownCategories.Refuse)
                throw Unknown(c, unknown, 0);
            output[c] = place < 0 ? double.NaN : place;
        }
    }

    private void Encode(Categories column, int index, Span<double> values)
    {
        var places = KnownCategories.Places(column, _categories[index]);
        var codes = column.Codes;
        for (int row = 0; row < codes.Length; row++)
        {
            int place = codes[row] < 0 ? -1 : places[codes[row]];
            if (place < 0 && codes[row] >= 0 && _unknown == UnknownCategories.Refuse)
                throw Unknown(index, column[row]!, row);
            values[row] = place < 0 ? double.NaN : place;
        }
    }

    private UnknownCategoryException Unknown(int column, string category, int row) =>
        KnownCategories.Unknown(nameof(OrdinalEncoder), "make it a missing value", _inputNames[column], category, row, _categories[column]);

    static string IPersistentModel<FittedOrdinalEncoder>.ModelName => nameof(OrdinalEncoder);

    void IPersistentModel<FittedOrdinalEncoder>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", _inputNames);
        KnownCategories.Write(writer, _categories, _unknown);
    }

    static FittedOrdinalEncoder IPersistentModel<FittedOrdinalEncoder>.Read(ModelReader reader)
    {
        var names = reader.FeatureNames("Names");
        var (categories, unknown) = KnownCategories.Read(reader, names.Count);
        return new FittedOrdinalEncoder(names, categories, unknown);
    }
}
