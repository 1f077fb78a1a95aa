using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>Writes values as properties of JSON. What is no number of JSON is a text: <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
/// <param name="json">The writer that gets them.</param>
internal sealed class JsonModelEncoder(Utf8JsonWriter json) : IModelEncoder
{
    public void Begin(string name, string model, int version)
    {
        Name(name);
        json.WriteStartObject();
        json.WriteString("$type", model);
        json.WriteNumber("$version", version);
    }

    public void End() => json.WriteEndObject();

    public void BeginList(string name, int count)
    {
        Name(name);
        json.WriteStartArray();
    }

    public void EndList() => json.WriteEndArray();

    public void Number(string name, double value)
    {
        Name(name);
        Value(value);
    }

    public void Integer(string name, long value)
    {
        Name(name);
        json.WriteNumberValue(value);
    }

    public void Bool(string name, bool value)
    {
        Name(name);
        json.WriteBooleanValue(value);
    }

    public void Text(string name, string value)
    {
        Name(name);
        json.WriteStringValue(value);
    }

    public void Numbers(string name, ReadOnlySpan<double> values)
    {
        Name(name);
        json.WriteStartArray();
        foreach (double value in values)
            Value(value);
        json.WriteEndArray();
    }

    public void Integers(string name, ReadOnlySpan<long> values)
    {
        Name(name);
        json.WriteStartArray();
        foreach (long value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    public void Texts(string name, IReadOnlyList<string> values) => JsonTexts.Write(json, name, values);

    private void Name(string name)
    {
        if (name.Length > 0)
            json.WritePropertyName(name);
    }

    private void Value(double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
