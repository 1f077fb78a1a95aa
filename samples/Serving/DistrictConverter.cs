using System.Text.Json;
using System.Text.Json.Serialization;

namespace Serving;

/// <summary>Takes the names of districts, and no numbers or lists of names as the converter for any enum does.</summary>
internal sealed class DistrictConverter : JsonConverter<District>
{
    public override District Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        int place = Array.IndexOf(Enum.GetNames<District>(), name);
        return place >= 0 ? Enum.GetValues<District>()[place] : throw new JsonException($"A district is one of {string.Join(", ", Enum.GetNames<District>())}.");
    }

    public override void Write(Utf8JsonWriter writer, District value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
