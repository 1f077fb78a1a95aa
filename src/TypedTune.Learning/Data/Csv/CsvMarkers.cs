using System.Text;

namespace TypedTune.Learning;

/// <summary>Tells the markers of missing values in one column, and counts them.</summary>
internal sealed class CsvMarkers
{
    private readonly string[] _markers;
    private readonly byte[][] _bytes;
    private readonly int[] _counts;
    private readonly bool[] _mayStart = new bool[256];
    private readonly int _empty;

    /// <summary>Takes those markers that the column does not declare as categories.</summary>
    public CsvMarkers(IReadOnlyList<string> markers, IReadOnlyList<string>? levels = null)
    {
        _markers = [.. markers.Where(marker => levels?.Contains(marker, StringComparer.Ordinal) != true)];
        _bytes = Array.ConvertAll(_markers, Encoding.UTF8.GetBytes);
        _counts = new int[_markers.Length];
        _empty = Array.IndexOf(_markers, "");
        foreach (byte first in (ReadOnlySpan<byte>)[.. _bytes.Where(marker => marker.Length > 0).Select(marker => marker[0]), .. " \t"u8])
            _mayStart[first] = true;
    }

    /// <summary>The markers.</summary>
    public IReadOnlyList<string> All => _markers;

    /// <summary>The marker that is written for a missing value; null where the options name no marker.</summary>
    public string? Written => _markers.FirstOrDefault();

    /// <summary>The place of the marker that a field is; −1 if it is a value.</summary>
    public int Find(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
            return _empty;
        return _mayStart[field[0]] ? Search(field[Ascii.Trim(field)]) : -1;
    }

    /// <summary>Counts a marker once more.</summary>
    public void Count(int marker) => _counts[marker]++;

    /// <summary>Says that a value is missing which must not be.</summary>
    /// <param name="marker">The marker in its place.</param>
    /// <param name="remedy">What to do but filling it in, such as to make the property nullable.</param>
    public string Refuse(int marker, string remedy) => marker == _empty
        ? $"the value is missing. Fill it in, or {remedy}."
        : $"stands for a missing value. Fill it in, {remedy}, or take '{Excerpt.From(_markers[marker])}' out of {nameof(CsvOptions)}.{nameof(CsvOptions.Missing)}.";

    /// <summary>The markers that were counted, in their order.</summary>
    public IEnumerable<MarkerCount> CountsOf(string column) =>
        _markers.Zip(_counts, (marker, count) => new MarkerCount(column, marker, count)).Where(count => count.Count > 0);

    private int Search(ReadOnlySpan<byte> field)
    {
        for (int i = 0; i < _bytes.Length; i++)
        {
            if (i != _empty && field.SequenceEqual(_bytes[i]))
                return i;
        }

        return -1;
    }
}
