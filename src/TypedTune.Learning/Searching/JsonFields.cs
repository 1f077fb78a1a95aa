using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>The fields of an object in a file of trials. What is wrong with one is an error that names the object and the field.</summary>
/// <param name="Element">The object.</param>
/// <param name="Owner">What the object is, as <c>trial 3</c>.</param>
internal sealed record JsonFields(JsonElement Element, string Owner)
{
    /// <summary>A field that is there.</summary>
    public JsonElement Find(string name) => Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var field)
        ? field
        : throw new InvalidDataException($"The trials are damaged: {Owner} has no {Excerpt.From(name)}.");

    /// <summary>A whole number.</summary>
    public int Int32(string name, int least) => Find(name) is { ValueKind: JsonValueKind.Number } field && field.TryGetInt32(out int value) && value >= least
        ? value
        : throw Wrong(name, $"a whole number of at least {least}");

    /// <summary>A finite number.</summary>
    public double Number(string name) => Find(name) is { ValueKind: JsonValueKind.Number } field && field.TryGetDouble(out double value) && double.IsFinite(value)
        ? value
        : throw Wrong(name, "a finite number");

    /// <summary>Finite numbers.</summary>
    public double[] Numbers(string name) =>
        [.. Objects(name).Select(value => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number : throw Wrong(name, "a list of finite numbers"))];

    /// <summary>The items of a list.</summary>
    public IEnumerable<JsonElement> Objects(string name) => Find(name) is { ValueKind: JsonValueKind.Array } field ? field.EnumerateArray() : throw Wrong(name, "a list");

    /// <summary>A time, in ticks.</summary>
    public TimeSpan Ticks() => Find("ticks") is { ValueKind: JsonValueKind.Number } field && field.TryGetInt64(out long ticks) && ticks >= 0
        ? TimeSpan.FromTicks(ticks)
        : throw Wrong("ticks", "a whole number of at least 0");

    /// <summary>A text.</summary>
    public string Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } field ? field.GetString()! : throw Wrong(name, "a text");

    /// <summary>The name of one of several values.</summary>
    public TEnum Choice<TEnum>(string name)
        where TEnum : struct, Enum
    {
        string text = Text(name);
        return Enum.TryParse<TEnum>(text, out var value) && Enum.GetName(value) == text ? value : throw Wrong(name, $"one of {string.Join(", ", Enum.GetNames<TEnum>())}");
    }

    /// <summary>The error of a field that is there.</summary>
    public InvalidDataException Wrong(string name, string expected) => new($"The trials are damaged: {name} of {Owner} is {Find(name).GetRawText()}, but must be {expected}.");
}
