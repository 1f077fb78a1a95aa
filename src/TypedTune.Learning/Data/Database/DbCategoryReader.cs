using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Collects a column of categories.</summary>
internal sealed class DbCategoryReader(int field, IReadOnlyList<string>? levels) : DbColumnReader(field)
{
    private readonly CategoriesBuilder _values = new(levels);

    public override string? Append(object value)
    {
        string? text = value switch
        {
            string category => category,
            char or Guid or sbyte or byte or short or ushort or int or uint or long or ulong when levels is null => Convert.ToString(value, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null)
            return $"is of the type {value.GetType().ToString().Replace("System.", "", StringComparison.Ordinal)}, but the column holds categories. Convert it to text in the query{(levels is null ? "" : $", to one of {Excerpt.FromList(levels)}")}.";
        return _values.TryAdd(text) ? null : $"is not a legal category. Legal are: {Excerpt.FromList(levels!)}.";
    }

    public override object ToColumn() => _values.Build();

    protected override void AppendMissing() => _values.TryAdd(null);
}
