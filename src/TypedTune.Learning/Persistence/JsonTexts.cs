using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>Lists in JSON.</summary>
internal static class JsonTexts
{
    /// <summary>Writes a list of texts.</summary>
    public static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>Reads a list of texts.</summary>
    public static string[] Read(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString() ?? throw new FormatException("A text is null."))];
}
