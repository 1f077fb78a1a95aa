namespace TypedTune;

/// <summary>
/// Says in which version of its type a property was added: texts of an older version do not have it, and it then has the
/// value that <c>new()</c> gives it.
/// </summary>
/// <remarks>
/// Works together with <see cref="ConfigurationAttribute.OldestVersion"/>, without which older texts are refused, in types with a
/// parameterless constructor.
/// </remarks>
/// <param name="version">The first version that has the property, at least 2.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = true)]
public sealed class AddedInAttribute(int version) : Attribute
{
    /// <summary>The first version that has the property.</summary>
    public int Version { get; } = version;
}
