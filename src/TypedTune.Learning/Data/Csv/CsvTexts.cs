using System.Text;

namespace TypedTune.Learning;

/// <summary>Tells texts that an encoding can write.</summary>
/// <param name="encoding">An encoding that throws where it cannot; null for UTF-8.</param>
internal sealed class CsvTexts(Encoding? encoding)
{
    private readonly Encoding _encoding = encoding ?? CsvOptions.Strict(Encoding.UTF8);

    /// <summary>Says why a text cannot be written, or returns null if it can.</summary>
    public string? WhyIllegal(string text)
    {
        try
        {
            _encoding.GetByteCount(text);
            return null;
        }
        catch (EncoderFallbackException)
        {
            return $"is '{Excerpt.From(text)}', which the encoding {_encoding.WebName} cannot write. Name another by {nameof(CsvOptions)}.{nameof(CsvOptions.Encoding)}.";
        }
    }
}
