namespace TypedTune;

/// <summary>
/// Leaves a property out of its configuration's text and <see cref="Fingerprint"/>. For what changes no result, such as a log;
/// a configuration that is parsed keeps the prototype's.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = true)]
public sealed class ConfigurationIgnoreAttribute : Attribute;
