using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Collects a column of categories.</summary>
internal sealed class CsvCategoryReader(int field, IReadOnlyList<string>? levels, string? missing) : CsvColumnReader(field)
{
    private readonly CategoriesBuilder _values = new(levels);

    public override string? Append(CsvReader reader)
    {
        if (reader.IsEmpty(Field))
        {
            if (missing is null)
                _values.TryAdd(null);
            return missing;
        }

        string value = reader.GetString(Field);
        return _values.TryAdd(value) ? null : $"'{value}' is not a legal category. Legal are: {string.Join(", ", levels!)}.";
    }

    public override object ToColumn() => _values.Build();
}
