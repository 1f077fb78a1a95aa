using System.Text.Unicode;
using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Collects a column of categories.</summary>
internal sealed class CsvCategoryReader(int field, CsvMarkers markers, string? required, IReadOnlyList<string>? levels)
    : CsvColumnReader(field, markers, required)
{
    private readonly CategoriesBuilder _values = new(levels);

    public override object ToColumn() => _values.Build();

    protected override string? AppendValue(CsvReader reader, ReadOnlySpan<byte> text) =>
        Utf8.IsValid(text) && _values.TryAdd(reader.GetString(Field)) ? null : $"is not a legal category. Legal are: {Excerpt.FromList(levels ?? [])}.";

    protected override void AppendMissing() => _values.TryAdd(null);
}
