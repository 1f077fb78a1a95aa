using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedTune.Seams;

/// <summary>What processes send each other, as JSON whose numbers come back bit for bit.</summary>
public static class WorkerJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new FingerprintConverter() },
    };

    /// <summary>The text of units or their scores.</summary>
    public static string Write<TItem>(IReadOnlyList<TItem> items) => JsonSerializer.Serialize(items, s_options);

    /// <summary>The units or scores of a text.</summary>
    public static IReadOnlyList<TItem> Read<TItem>(string text) => JsonSerializer.Deserialize<TItem[]>(text, s_options)!;

    private sealed class FingerprintConverter : JsonConverter<Fingerprint>
    {
        public override Fingerprint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Fingerprint.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Fingerprint value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
