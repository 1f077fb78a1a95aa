using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace TypedTune;

/// <summary>
/// Reads a value in the text of a configuration; called by generated code, and by hand-written <see cref="IConfiguration"/>s: <see cref="Begin{T}"/>,
/// each property by its name, <see cref="End"/>. Properties may stand in any order. Every method throws a <see cref="FormatException"/> that
/// names the property where the text holds something else. Not thread safe.
/// </summary>
/// <remarks>Made by <see cref="ConfigurationText"/> alone, which describes the text.</remarks>
public sealed class ConfigurationReader
{
    private const int MostOfMessage = 4000;

    private readonly JsonElement _value;
    private readonly ConfigurationReader? _owner;
    private readonly string _name;
    private ObjectReading? _object;
    private bool _isTyped;

    internal ConfigurationReader(JsonElement value, string name, ConfigurationReader? owner = null)
    {
        _value = value;
        _name = name;
        _owner = owner;
    }

    /// <summary>Whether the value is null.</summary>
    public bool IsNull => _value.ValueKind == JsonValueKind.Null;

    /// <summary>A property of the object, or an item of the list, that is read.</summary>
    /// <param name="name">The property's name.</param>
    /// <exception cref="FormatException">There is no such property.</exception>
    public ConfigurationReader this[string name] => Object.Find(name) ?? throw Format($"has no property '{Excerpt.From(name)}'");

    /// <summary>An item of the list that is read.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="FormatException">There is no such item.</exception>
    public ConfigurationReader this[int index] => _value.ValueKind == JsonValueKind.Array && index < _value.GetArrayLength()
        ? new ConfigurationReader(_value[index], $"[{index.ToString(CultureInfo.InvariantCulture)}]", this)
        : throw Format($"should be a list with an item {index.ToString(CultureInfo.InvariantCulture)}, but is {Shown()}");

    private ObjectReading Object => _object ?? throw new InvalidOperationException("Call Begin before properties are read.");

    /// <summary>Begins an object, whose type and version must be those of the prototype.</summary>
    /// <typeparam name="T">The prototype's own type.</typeparam>
    /// <param name="prototype">A configuration of the expected type.</param>
    /// <param name="oldestVersion">The oldest version that is read; 0 for the prototype's alone.</param>
    /// <exception cref="FormatException">The text is of another type, of a newer version, or of one that is too old.</exception>
    public void Begin<T>(T prototype, int oldestVersion = 0)
        where T : IConfiguration
    {
        ArgumentNullException.ThrowIfNull(prototype);
        _object = new ObjectReading(this, _value.ValueKind == JsonValueKind.Object ? _value : throw Format($"should be a {prototype.TypeName}, but is {Shown()}"));
        if ((_isTyped ? this["$type"] : _object.Find("$type"))?.Text() is { } type && type != prototype.TypeName)
            throw Format($"is a {Excerpt.From(type)}, but a {prototype.TypeName} is expected");
        int version = (_isTyped ? this["$version"] : _object.Find("$version"))?.Number<int>() ?? 1;
        _object.Version = version;
        if (version > prototype.Version)
            throw Format($"is of version {Text(version)} of {prototype.TypeName}, but only version {Text(prototype.Version)} is known here. It was written by a newer program");
        if (version < (oldestVersion == 0 ? prototype.Version : oldestVersion))
            throw Format($"is of version {Text(version)} of {prototype.TypeName}, which version {Text(prototype.Version)} does not read. To read it, set OldestVersion in its [Configuration], and say with [AddedIn] which properties are newer");
    }

    /// <summary>Whether the object was written before a version of its type.</summary>
    /// <param name="version">The version.</param>
    public bool IsOlderThan(int version) => Object.Version < version;

    /// <summary>Ends the object, all of whose properties must have been read.</summary>
    /// <exception cref="FormatException">There is another property.</exception>
    public void End()
    {
        if (Object.FirstUnread() is { } unknown)
            throw Format($"has an unknown or repeated property '{Excerpt.From(unknown)}'");
    }

    /// <summary>Reads a bool.</summary>
    public bool Bool() => _value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Expected("true or false"),
    };

    /// <summary>Reads a number, exactly.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public T Number<T>()
        where T : struct, INumberBase<T>
    {
        // What is no number is a string, and the other way round.
        bool isNumber = _value.ValueKind == JsonValueKind.Number;
        var text = JsonMarshal.GetRawUtf8Value(_value);
        if (_value.ValueKind == JsonValueKind.String)
            text = text[1..^1];
        return (isNumber || _value.ValueKind == JsonValueKind.String)
            && T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && T.IsFinite(number) == isNumber
                ? number
                : throw Expected($"a number of type {typeof(T)}");
    }

    /// <summary>Reads a string.</summary>
    public string Text() => _value.ValueKind == JsonValueKind.String ? _value.GetString()! : throw Expected("a text in quotes");

    /// <summary>Reads a character.</summary>
    public char Character() => _value.ValueKind == JsonValueKind.String && _value.GetString() is [var character] ? character : throw Expected("one character in quotes");

    /// <summary>Reads an enum's value by its name.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public T Enum<T>()
        where T : struct, Enum => _value.ValueKind == JsonValueKind.String && ValueText.TryParseName(_value.GetString()!, out T value)
            ? value
            : throw Expected($"the name of a {typeof(T)} in quotes");

    /// <summary>Reads a value that parses itself.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public T Value<T>()
        where T : IParsable<T>
    {
        string text = Text();
        try
        {
            return ValueText.Parse<T>(text);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            throw new FormatException($"{Expected($"a {typeof(T)} in quotes").Message} {Excerpt.From(exception.Message, MostOfMessage)}", exception);
        }
    }

    /// <summary>Reads a part whose type follows from the property.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="prototype">A part of that type.</param>
    public T Part<T>(T prototype) => prototype is IConfiguration configuration
        ? Read<T>(configuration, isTyped: false)
        : throw Format($"cannot be read, as {(prototype is null ? "the prototype is null here" : $"{typeof(T)} is no IConfiguration")}");

    /// <summary>Reads a part that was written together with its type.</summary>
    /// <typeparam name="T">What every option is.</typeparam>
    /// <param name="prototype">A part, whose type is one of those that are read.</param>
    /// <param name="options">Other types by their full names, each with a part of that type.</param>
    public T Option<T>(T prototype, params ReadOnlySpan<(string TypeName, Func<T> Create)> options)
    {
        if (_value.ValueKind != JsonValueKind.Object || !_value.TryGetProperty("$type", out var typed) || typed.ValueKind != JsonValueKind.String)
            throw Expected("an object with a \"$type\"");
        if (prototype is IConfiguration known && typed.ValueEquals(known.TypeName))
            return Read<T>(known, isTyped: true);
        var names = new List<string>();
        foreach (var (name, create) in options)
        {
            if (typed.ValueEquals(name))
                return create() is var option && option is IConfiguration configuration ? Read<T>(configuration, isTyped: true) : RequireEmpty(option, properties: 1);
            names.Add(name);
        }

        if (prototype is IConfiguration { TypeName: var own } && !names.Contains(own))
            names.Insert(0, own);
        throw Format(names.Count == 0
            ? $"is a {Excerpt.From(typed.GetString())}, but no type that could be read is known here"
            : $"is a {Excerpt.From(typed.GetString())}, but only {Excerpt.FromList(names)} can be read here; name the options with [OneOf]");
    }

    /// <summary>Reads a part that has nothing to configure.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="part">The part.</param>
    public T Empty<T>(T part) => _value.ValueKind == JsonValueKind.Object ? RequireEmpty(part, properties: 0) : throw Expected("{}");

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="read">Reads one.</param>
    public T[] List<T>(Func<ConfigurationReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_value.ValueKind != JsonValueKind.Array)
            throw Expected("a list");
        var items = new T[_value.GetArrayLength()];
        for (int i = 0; i < items.Length; i++)
            items[i] = read(this[i]);
        return items;
    }

    /// <summary>Reads a value of a type that is known at run time alone; see <see cref="ConfigurationWriter.Any"/>.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="prototype">The prototype's value.</param>
    public T Any<T>(T prototype) =>
        IsNull && default(T) is null ? default!
        : typeof(T) == typeof(string) ? (T)(object)Text()
        : typeof(T) == typeof(bool) ? (T)(object)Bool()
        : typeof(T) == typeof(int) ? (T)(object)Number<int>()
        : typeof(T) == typeof(long) ? (T)(object)Number<long>()
        : typeof(T) == typeof(float) ? (T)(object)Number<float>()
        : typeof(T) == typeof(double) ? (T)(object)Number<double>()
        : Option(prototype);

    /// <summary>Reads the null of a property that has no text for anything else.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public T Unsupported<T>() => IsNull ? default! : throw Format("is of a type that cannot be read");

    internal FormatException Format(string problem) => new($"{Path} {problem}.");

    private string Path => _owner is null ? _name : _name.StartsWith('[') ? _owner.Path + _name : $"{_owner.Path}.{Excerpt.From(_name)}";

    /// <summary>Reads a configuration; a value that its own code refuses is an error of the text.</summary>
    internal T Read<T>(IConfiguration prototype, bool isTyped)
    {
        _isTyped = isTyped;
        try
        {
            return (T)prototype.Read(this);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"{Path} is refused: {Excerpt.From(exception.Message, MostOfMessage)}", exception);
        }
    }

    private T RequireEmpty<T>(T part, int properties) =>
        _value.GetPropertyCount() == properties ? part : throw Format($"should have nothing to configure, but is {Shown()}");

    private FormatException Expected(string expected) => Format($"should be {expected}, but is {Shown()}");

    private string Shown()
    {
        const int Most = 60;
        string text = _value.GetRawText();
        return text.Length <= Most ? text : text[..Most] + "…";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The properties of an object, and which of them were read.
    private sealed class ObjectReading
    {
        private readonly List<(string Name, ConfigurationReader Value)> _properties = [];
        private readonly HashSet<int> _read = [];
        private int _next;

        public ObjectReading(ConfigurationReader owner, JsonElement value)
        {
            foreach (var property in value.EnumerateObject())
                _properties.Add((property.Name, new ConfigurationReader(property.Value, property.Name, owner)));
        }

        public int Version { get; set; } = 1;

        // From the last one on, as they are mostly read in the order in which they were written.
        public ConfigurationReader? Find(string name)
        {
            for (int step = 0; step < _properties.Count; step++)
            {
                int i = (_next + step) % _properties.Count;
                if (_properties[i].Name == name)
                {
                    _read.Add(i);
                    _next = i;
                    return _properties[i].Value;
                }
            }

            return null;
        }

        public string? FirstUnread() => Enumerable.Range(0, _properties.Count).Where(i => !_read.Contains(i)).Select(i => _properties[i].Name).FirstOrDefault();
    }
}
