using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Reads one file of numbers into a matrix, and a column of it as targets.</summary>
internal sealed class CsvMatrixReader
{
    private readonly string _file;
    private readonly CsvOptions _options;
    private readonly string? _target;
    private readonly bool _isLabel;
    private string[] _headers = [];

    /// <summary>Prepares to read.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="target">The header of the target column; null where only features are read.</param>
    /// <param name="isLabel">Whether the target is a label rather than a number.</param>
    public CsvMatrixReader(string file, CsvOptions options, string? target = null, bool isLabel = false)
    {
        _file = file;
        _options = options;
        _target = target;
        _isLabel = isLabel;
        Rows = new CsvRows(file, options, CreateReaders, "sample");
    }

    /// <summary>The rows of the file.</summary>
    public CsvRows Rows { get; }

    /// <summary>All columns but the target.</summary>
    public FeatureMatrix ToMatrix()
    {
        int[] features = [.. Enumerable.Range(0, _headers.Length).Where(field => _headers[field] != _target)];
        return FeatureMatrix.FromColumns(new FeatureNames(features.Select(field => _headers[field])), [.. features.Select(field => (double[])Rows.Columns[field].ToColumn())]);
    }

    /// <summary>All columns, one of them as the targets.</summary>
    public Dataset ToDataset()
    {
        object column = Rows.Columns[Array.IndexOf(_headers, _target)].ToColumn();
        return new Dataset(ToMatrix(), column is double[] numbers ? Targets.Of(numbers, _target!) : Targets.Of((Categories)column, _target!));
    }

    private CsvColumnReader[] CreateReaders(string[] headers)
    {
        _headers = headers;
        if (WhyIllegal(headers) is { } problem)
            throw new CsvException(CsvHeaders.Explain(problem, headers, _options), _file, column: _target);
        return [.. headers.Select(CreateReader)];
    }

    private CsvColumnReader CreateReader(string header, int field)
    {
        var markers = new CsvMarkers(_options.Missing);
        string? required = header == _target ? "remove the row" : null;
        return required is not null && _isLabel
            ? new CsvCategoryReader(field, markers, required, null)
            : new CsvNumberReader(field, markers, required, new NumberText(NumberKind.Real, null, _options.Culture), WhyIllegal);
    }

    private static string? WhyIllegal(double value) => double.IsFinite(value) ? null : "is not finite. Remove the row, or leave the field empty.";

    private bool IsNumber(string header) => double.TryParse(header, NumberStyles.Float, _options.Culture, out _);

    // As data frames number columns that were given no names.
    private static bool AreConsecutive(string[] headers) =>
        int.TryParse(headers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
        && headers.Index().All(header => header.Item == (first + header.Index).ToString(CultureInfo.InvariantCulture));

    private static string NearestTo(string target, string[] headers) =>
        headers.MinBy(header => EditDistance.Between(header, target)) is { } nearest && 2 * EditDistance.Between(nearest, target) <= target.Length ? $"; the nearest is '{Excerpt.From(nearest)}'" : "";

    private string? WhyIllegal(string[] headers)
    {
        if (_target is not null && !headers.Contains(_target))
            return $"has no column '{Excerpt.From(_target)}'{NearestTo(_target, headers)}. It has: {Excerpt.FromList(headers)}.";
        if (headers.Length == 1 && headers[0].AsSpan().ContainsAny(",;\t|"))
            return $"has a single column '{Excerpt.From(headers[0])}'.";
        if (_target is not null && headers.Length == 1)
            return $"has no column beside the target '{Excerpt.From(_target)}'.";
        if (Array.IndexOf(headers, "") is >= 0 and var nameless)
            return $"has no header for field {nameless + 1}. Name it, or remove it: pandas leaves the numbers of rows out by index=False.";
        if (headers.GroupBy(header => header, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } several)
            return $"has {several.Count()} columns '{Excerpt.From(several.Key)}'. Rename all but one.";
        if (_options.HasHeader is null && Array.TrueForAll(headers, IsNumber) && !AreConsecutive(headers))
            return $"has only numbers for names: {Excerpt.FromList(headers)}. Set {nameof(CsvOptions)}.{nameof(CsvOptions.HasHeader)} to false if that is a row of values, and to true if these are the names.";
        return CsvHeaders.AreDamaged(headers) ? "has a header that cannot be read." : null;
    }
}
