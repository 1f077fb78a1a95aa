using System.Globalization;
using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>Reads what <see cref="JsonModelEncoder"/> wrote.</summary>
internal sealed class JsonModelDecoder : IModelDecoder
{
    private readonly JsonElement _model;
    private readonly Stack<IEnumerator<(string Name, JsonElement Value)>> _open = new();

    /// <summary>Reads a model.</summary>
    /// <param name="model">Its object.</param>
    public JsonModelDecoder(JsonElement model) => _model = model;

    public (string Model, int Version) Begin(string name)
    {
        var value = _open.Count == 0 ? _model : Next(name);
        if (value.ValueKind != JsonValueKind.Object)
            throw Unexpected(name, "an object");
        _open.Push(value.EnumerateObject().Select(property => (property.Name, property.Value)).GetEnumerator());
        return (Text("$type"), Integer("$version") is var version and >= 0 and <= int.MaxValue ? (int)version : throw ModelFileException.Damaged("a version is no int"));
    }

    public void End()
    {
        using var closed = _open.Pop();
        if (closed.MoveNext())
            throw Unexpected(closed.Current.Name, "nothing");
    }

    public int BeginList(string name)
    {
        var list = List(name);
        _open.Push(list.EnumerateArray().Select(item => ("", item)).GetEnumerator());
        return list.GetArrayLength();
    }

    public void EndList() => End();

    public double Number(string name) => Number(name, Next(name));

    public long Integer(string name) => Integer(name, Next(name));

    public bool Bool(string name) => Next(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unexpected(name, "true or false"),
    };

    public string Text(string name) => Text(name, Next(name));

    public double[] Numbers(string name) => Values(name, Number);

    public long[] Integers(string name) => Values(name, Integer);

    public string[] Texts(string name) => Values(name, Text);

    private T[] Values<T>(string name, Func<string, JsonElement, T> read)
    {
        var list = List(name);
        var values = new T[list.GetArrayLength()];
        int next = 0;
        foreach (var item in list.EnumerateArray())
            values[next++] = read(name, item);
        return values;
    }

    private JsonElement List(string name) => Next(name) is { ValueKind: JsonValueKind.Array } list ? list : throw Unexpected(name, "a list");

    private JsonElement Next(string name)
    {
        var open = _open.Peek();
        return open.MoveNext() && open.Current.Name == name ? open.Current.Value : throw Unexpected(name, "the next value");
    }

    private static double Number(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out double number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double special) && !double.IsFinite(special) => special,
        _ => throw Unexpected(name, "a number"),
    };

    private static long Integer(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : throw Unexpected(name, "a whole number");

    private static string Text(string name, JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Unexpected(name, "a text");

    // The checksum was right, so that a newer or older type wrote it.
    private static ModelFileException Unexpected(string name, string expected) => new(
        ModelFileProblem.OtherModel,
        $"The model was saved by another version of its type: at '{name}', {expected} is expected. Load it with the version that saved it, or fit it again.");
}
