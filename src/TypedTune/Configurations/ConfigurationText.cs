using System.Text.Json;

namespace TypedTune;

/// <summary>
/// Writes and reads the canonical text of configurations. Different configurations have different texts, so that stores, files and caches identify them by it. Thread safe.
/// </summary>
/// <remarks>
/// <para>The text is JSON without white space: <c>{"$type":"TuneAnything.CacheOptions","$version":1,"Shards":8,"HotFraction":0.1,"Policy":"Lru"}</c>.
/// It has every property that can be set, seeds and defaults included, in the order of declaration, those of base types first.</para>
/// <para><c>$type</c> is the full name of the type: of the whole configuration and of parts that could be of several types, such as the
/// options of a choice. <c>$version</c> follows it; of a part without <c>$type</c> it is written where it is not 1.</para>
/// <para>Numbers have as few digits as tell them apart; not-a-number and infinities are strings, as are enums (by name), dates, times and
/// values that format themselves (<see cref="IFormattable"/>, <see cref="IParsable{TSelf}"/>) by the invariant culture. Lists and tuples are arrays.
/// Strings escape quotes, backslashes and control characters alone.</para>
/// <para>Reading asks for exactly the properties of the type: a missing one, an unknown one and a value of another kind are errors.
/// A text of an older version is read where the type says so; see <see cref="ConfigurationAttribute.OldestVersion"/> and <see cref="AddedInAttribute"/>.</para>
/// </remarks>
public static class ConfigurationText
{
    private const int MaxDepth = 1000;

    [ThreadStatic]
    private static ConfigurationWriter? _writer;

    /// <summary>Writes the text of a configuration.</summary>
    /// <typeparam name="T">The configuration.</typeparam>
    /// <param name="configuration">An <see cref="IConfiguration"/>.</param>
    /// <exception cref="NotSupportedException">A property cannot be written; the message names it.</exception>
    public static string Write<T>(T configuration) => Written(configuration, static text => text.ToString());

    /// <summary>Computes the fingerprint of a configuration's text, without making a string of the text.</summary>
    /// <inheritdoc cref="Write{T}(T)"/>
    public static Fingerprint Fingerprint<T>(T configuration) => Written(configuration, static text => TypedTune.Fingerprint.Compute(text.Written));

    /// <summary>Reads a configuration from its text. It equals the one that was written, and has the same text.</summary>
    /// <typeparam name="T">The configuration.</typeparam>
    /// <param name="text">The text that <see cref="Write{T}"/> wrote.</param>
    /// <param name="prototype">
    /// A configuration of the same type, such as a space's <see cref="Space{T}.Root"/>. What has no setter or is marked
    /// <see cref="ConfigurationIgnoreAttribute"/> is taken from it.
    /// </param>
    /// <exception cref="FormatException">The text is of another type or version, or damaged; the message says where.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> has no text.</exception>
    public static T Parse<T>(string text, T prototype)
    {
        ArgumentNullException.ThrowIfNull(text);
        var known = Require(prototype);
        var configuration = (T)Read(text, known);

        // A property whose accessors change what they are given comes back as another one each time.
        string written = Write(configuration);
        if (written != text && Write((T)Read(written, known)) is var again && again != written)
            throw new FormatException($"A {known.TypeName} is not read back as it was written: {Excerpt.From(written)} became {Excerpt.From(again)}. A property of it does not return what it is set to.");
        return configuration;
    }

    private static IConfiguration Read(string text, IConfiguration prototype)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return new ConfigurationReader(document.RootElement, prototype.TypeName).Read<IConfiguration>(prototype, isTyped: true);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"This is not the text of a {prototype.TypeName}, or it is damaged: {Excerpt.From(exception.Message)}", exception);
        }
    }

    private static TResult Written<T, TResult>(T configuration, Func<TextBuffer, TResult> result)
    {
        var known = Require(configuration);

        // A configuration of a user's own may use texts itself while it writes one.
        var writer = _writer ?? new ConfigurationWriter();
        _writer = null;
        writer.Root(known);
        var made = result(writer.Buffer);
        _writer = writer;
        return made;
    }

    private static IConfiguration Require<T>(T configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration as IConfiguration
            ?? throw new NotSupportedException($"{configuration.GetType()} has no text: it has no hyperparameters. Mark it [Configuration] and make it partial, or implement IConfiguration.");
    }
}
