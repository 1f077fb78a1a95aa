namespace TypedTune;

/// <summary>
/// Makes a <c>partial</c> record, class or struct part of the text of configurations: the source generator implements
/// <see cref="IConfiguration"/>. Types with hyperparameters need it only to say their version.
/// </summary>
/// <remarks>
/// Raise <see cref="Version"/> where the same property values no longer mean the same results: the text, and with it the
/// <see cref="Fingerprint"/>, then tells new configurations from old ones. Not inherited: each type says its own.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ConfigurationAttribute : Attribute
{
    /// <summary>The version of the type, at least 1. Default: 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The oldest version whose texts are still read, at least 1. Default: 0, which means <see cref="Version"/> alone.</summary>
    public int OldestVersion { get; set; }
}
