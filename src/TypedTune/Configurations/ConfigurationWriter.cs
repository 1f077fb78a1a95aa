using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace TypedTune;

/// <summary>
/// Writes the text of a configuration; called by generated code, and by hand-written <see cref="IConfiguration"/>s: <see cref="Begin{T}"/>, a
/// <see cref="Name"/> and a value for each property, <see cref="End"/>. Every method returns the writer. Not thread safe.
/// </summary>
/// <remarks>Made by <see cref="ConfigurationText"/> alone, which describes the text.</remarks>
public sealed class ConfigurationWriter
{
    private readonly TextBuffer _buffer = new();
    private string _owner = "";
    private (int Start, int Length) _property;
    private bool _isTyped;

    internal ConfigurationWriter()
    {
    }

    /// <summary>The bytes that were written.</summary>
    internal TextBuffer Buffer => _buffer;

    /// <summary>Begins a configuration's object, with its type and version where they do not follow from where it stands.</summary>
    /// <typeparam name="T">The configuration's own type.</typeparam>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="NotSupportedException">It is of a type derived from <typeparamref name="T"/>, whose own properties would be lost.</exception>
    public ConfigurationWriter Begin<T>(T configuration)
        where T : IConfiguration
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (!typeof(T).IsValueType && configuration.GetType() != typeof(T))
            throw new NotSupportedException($"{configuration.GetType()} has no text of its own, but that of its base {typeof(T)}, in which its own properties would be lost. Mark it [Configuration] and make it partial.");
        _owner = configuration.TypeName;
        Separate();
        _buffer.Add((byte)'{');
        if (_isTyped)
            Name("$type"u8).Text(_owner);
        if (_isTyped || configuration.Version != 1)
            Name("$version"u8).Number(configuration.Version);
        _isTyped = false;
        return this;
    }

    /// <summary>Ends what <see cref="Begin{T}"/> began.</summary>
    public ConfigurationWriter End()
    {
        _buffer.Add((byte)'}');
        return this;
    }

    /// <summary>Writes a property's name; its value is to follow.</summary>
    /// <param name="name">The name, in UTF-8; an identifier.</param>
    public ConfigurationWriter Name(ReadOnlySpan<byte> name)
    {
        Separate();
        _buffer.Add((byte)'"');
        _property = (_buffer.Length, name.Length);
        _buffer.Add(name);
        _buffer.Add("\":"u8);
        return this;
    }

    /// <summary>Writes null.</summary>
    public ConfigurationWriter Null()
    {
        Separate();
        _buffer.Add("null"u8);
        return this;
    }

    /// <summary>Writes a bool; null as null.</summary>
    /// <param name="value">The value.</param>
    public ConfigurationWriter Bool(bool? value)
    {
        Separate();
        _buffer.Add(value is { } known ? known ? "true"u8 : "false"u8 : "null"u8);
        return this;
    }

    /// <summary>
    /// Writes a number with as few digits as tell it from every other of its type. Not-a-number and infinities are strings; negative zero is 0 and
    /// a decimal loses its trailing zeros, since they equal each other.
    /// </summary>
    /// <typeparam name="T">A number type of .NET.</typeparam>
    /// <param name="value">The value.</param>
    public ConfigurationWriter Number<T>(T value)
        where T : struct, INumberBase<T>
    {
        Separate();
        if (T.IsZero(value))
            value = T.Zero;
        bool isNumber = T.IsFinite(value);
        if (!isNumber)
            _buffer.Add((byte)'"');
        _buffer.Add(value, typeof(T) == typeof(decimal) ? "G29" : null);
        if (!isNumber)
            _buffer.Add((byte)'"');
        return this;
    }

    /// <summary>Writes a number, or null.</summary>
    /// <inheritdoc cref="Number{T}(T)"/>
    public ConfigurationWriter Number<T>(T? value)
        where T : struct, INumberBase<T> => value is { } known ? Number(known) : Null();

    /// <summary>Writes a string; null as null.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">It is no valid UTF-16: half of a surrogate pair stands alone.</exception>
    public ConfigurationWriter Text(string? value) => value is null ? Null() : Characters(value);

    /// <summary>Writes a character as a string; null as null.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">It is half of a surrogate pair.</exception>
    public ConfigurationWriter Character(char? value) => value is { } known ? Characters([known]) : Null();

    /// <summary>Writes the name of an enum's value; those of several flags with commas.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">The value has no name.</exception>
    public ConfigurationWriter Enum<T>(T value)
        where T : struct, Enum => Characters(ValueText.NameOf(value) ?? throw NotSupported($"is {value}, which is no value of {typeof(T)}"));

    /// <summary>Writes the name of an enum's value, or null.</summary>
    /// <inheritdoc cref="Enum{T}(T)"/>
    public ConfigurationWriter Enum<T>(T? value)
        where T : struct, Enum => value is { } known ? Enum(known) : Null();

    /// <summary>Writes a value that formats itself, by the invariant culture, as a string; null as null.</summary>
    /// <typeparam name="T">The value's type. Its general format must tell values apart and be read back by its <c>Parse</c>.</typeparam>
    /// <param name="value">The value.</param>
    public ConfigurationWriter Value<T>(T? value)
        where T : IFormattable, IParsable<T> => value is null ? Null() : Characters(ValueText.Format(value));

    /// <summary>Writes a value that formats itself, or null.</summary>
    /// <inheritdoc cref="Value{T}(T)"/>
    public ConfigurationWriter Value<T>(T? value)
        where T : struct, IFormattable, IParsable<T> => value is { } known ? Value(known) : Null();

    /// <summary>Writes a part whose type follows from the property; null as null.</summary>
    /// <param name="part">An <see cref="IConfiguration"/>.</param>
    public ConfigurationWriter Part(object? part) => Part(part, isTyped: false);

    /// <summary>Writes a part together with its type, as several could stand there; null as null.</summary>
    /// <param name="part">An <see cref="IConfiguration"/>, or an option that has nothing to configure.</param>
    /// <param name="emptyType">The full name of the part's type where it has nothing to configure and is no <see cref="IConfiguration"/>; else null.</param>
    /// <exception cref="NotSupportedException">The part has no text.</exception>
    public ConfigurationWriter Option(object? part, string? emptyType = null)
    {
        if (emptyType is null)
            return Part(part, isTyped: true);
        Separate();
        _buffer.Add((byte)'{');
        return Name("$type"u8).Text(emptyType).End();
    }

    /// <summary>Writes a part that has nothing to configure, of a type that follows from the property: {}; null as null.</summary>
    /// <param name="part">The part.</param>
    public ConfigurationWriter Empty(object? part)
    {
        Separate();
        _buffer.Add(part is null ? "null"u8 : "{}"u8);
        return this;
    }

    /// <summary>Writes a list; null, and an <see cref="ImmutableArray{T}"/> without an array, as null.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes one.</param>
    public ConfigurationWriter List<T>(IEnumerable<T>? items, Action<ConfigurationWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (items is null or ImmutableArray<T> { IsDefault: true })
            return Null();
        BeginList();
        foreach (var item in items)
            write(this, item);
        return EndList();
    }

    /// <summary>Begins a list whose items are written one by one.</summary>
    public ConfigurationWriter BeginList()
    {
        Separate();
        _buffer.Add((byte)'[');
        return this;
    }

    /// <summary>Ends what <see cref="BeginList"/> began.</summary>
    public ConfigurationWriter EndList()
    {
        _buffer.Add((byte)']');
        return this;
    }

    /// <summary>Writes a value of a type that is known at run time alone: an <see cref="IConfiguration"/>, a string, a bool, or an int, long, float or double.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">It is of another type.</exception>
    public ConfigurationWriter Any(object? value) => value switch
    {
        string text => Text(text),
        bool flag => Bool(flag),
        int number => Number(number),
        long number => Number(number),
        float number => Number(number),
        double number => Number(number),
        _ => Option(value),
    };

    /// <summary>Refuses a value that has no text; null is written as null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="reason">Why it has none, and what to do.</param>
    /// <exception cref="NotSupportedException">The value is not null; the message names type and property.</exception>
    public ConfigurationWriter Unsupported(object? value, string reason) => value is null ? Null() : throw NotSupported($"cannot be written: {reason}");

    /// <summary>Writes a whole configuration, after clearing what was written before.</summary>
    internal void Root(object configuration)
    {
        _buffer.Clear();
        _owner = "";
        Part(configuration, isTyped: true);
    }

    private ConfigurationWriter Part(object? part, bool isTyped)
    {
        if (part is null)
            return Null();
        if (part is not IConfiguration configuration)
            throw NotSupported($"holds a {part.GetType()}, which has no text: mark it [Configuration] and make it partial, or implement IConfiguration");
        string owner = _owner;
        _isTyped = isTyped;
        configuration.Write(this);
        _owner = owner;
        return this;
    }

    private ConfigurationWriter Characters(ReadOnlySpan<char> text)
    {
        Separate();
        return _buffer.TryAddString(text) ? this : throw NotSupported("holds half of a surrogate pair, which no text can have");
    }

    private void Separate()
    {
        if (_buffer.Last is not (0 or (byte)'{' or (byte)'[' or (byte)':'))
            _buffer.Add((byte)',');
    }

    private NotSupportedException NotSupported(string problem) => new(_owner.Length == 0
        ? $"The configuration {problem}."
        : $"{_owner}.{Encoding.UTF8.GetString(_buffer.Written.Slice(_property.Start, _property.Length))} {problem}.");
}
