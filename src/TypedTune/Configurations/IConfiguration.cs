namespace TypedTune;

/// <summary>
/// A configuration that has a text. Implemented by the generator, explicitly, for every type with hyperparameters, every pipeline
/// and column transformer, and every type marked <see cref="ConfigurationAttribute"/>; see <see cref="ConfigurationText"/>.
/// </summary>
/// <remarks>
/// The text has every property that can be set, in the order of declaration and those of base types first, but for those marked
/// <see cref="ConfigurationIgnoreAttribute"/>. What cannot be set is kept from the prototype.
/// </remarks>
public interface IConfiguration
{
    /// <summary>The full name of the type, as <c>Housing.HousingModel</c>.</summary>
    string TypeName { get; }

    /// <summary>The version of the type; see <see cref="ConfigurationAttribute.Version"/>.</summary>
    int Version { get; }

    /// <summary>Writes the configuration as one object.</summary>
    /// <param name="writer">The writer that gets the text.</param>
    /// <exception cref="NotSupportedException">A property has no text; the message names it.</exception>
    void Write(ConfigurationWriter writer);

    /// <summary>Reads a configuration of the same type; this one is the prototype and stays as it is.</summary>
    /// <param name="reader">One object.</param>
    /// <exception cref="FormatException">A property is missing, unknown or of another kind; the message names it.</exception>
    IConfiguration Read(ConfigurationReader reader);
}
