using System.Text;
using System.Text.Unicode;
using Apache.Arrow;
using TypedTune.Learning;

namespace TypedTune.Arrow;

/// <summary>Reads columns of texts as categories.</summary>
internal static class CategoryReading
{
    /// <summary>Reads a column; levels are in ordinal order, those of a dictionary that do not occur left out.</summary>
    /// <exception cref="TableException">It holds no texts.</exception>
    public static Categories Read(ArrowColumn column, string property, string origin) =>
        Categories.From(column.Chunks.SelectMany(chunk => Texts(chunk) ?? throw new TableException($"has the column {column.Name} of the type {column.Type.Name}, but {property} holds categories. Convert it to text, or change the property's type.", origin, column: column.Name)));

    private static IEnumerable<string?>? Texts(IArrowArray chunk) => chunk switch
    {
        StringArray texts => Enumerable.Range(0, texts.Length).Select(row => texts.IsNull(row) ? null : Decode(texts.GetBytes(row))),
        LargeStringArray texts => Enumerable.Range(0, texts.Length).Select(row => texts.IsNull(row) ? null : Decode(texts.GetBytes(row))),
        StringViewArray texts => Enumerable.Range(0, texts.Length).Select(row => texts.IsNull(row) ? null : Decode(texts.GetBytes(row))),
        NullArray nulls => Enumerable.Repeat<string?>(null, nulls.Length),
        DictionaryArray { Dictionary: { } dictionary } coded when Texts(dictionary) is { } levels => Decode(coded, [.. levels]),
        _ => null,
    };

    // Not the array's own decoding, which reads outside of the buffer where offsets are damaged.
    private static string Decode(ReadOnlySpan<byte> text) => Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw new InvalidDataException("A text is not UTF-8.");

    private static IEnumerable<string?> Decode(DictionaryArray coded, string?[] levels)
    {
        double[] codes = new double[coded.Length];
        if (!NumberReading.TryRead(coded.Indices, NumberKind.Integer, codes, out _))
            throw new InvalidDataException("A dictionary's indices are no whole numbers.");
        return codes.Select(code => double.IsNaN(code) ? null : levels[checked((int)code)]);
    }
}
