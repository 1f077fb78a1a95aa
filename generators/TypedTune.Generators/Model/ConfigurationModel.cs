namespace TypedTune.Generators.Model;

/// <summary>A property that makes up a configuration.</summary>
/// <param name="Name">Its name, escaped.</param>
/// <param name="Path">Its name as text.</param>
/// <param name="AddedIn">The first version of the type that has it; 0 where all have.</param>
/// <param name="IsObsolete">Whether the compiler warns of its use.</param>
/// <param name="IsReachable">Whether the type can read and set it.</param>
/// <param name="Text">How it is written and read.</param>
internal sealed record ConfigurationProperty(string Name, string Path, int AddedIn, bool IsObsolete, bool IsReachable, TextModel Text);

/// <summary>A type whose configurations have a text.</summary>
/// <param name="Type">The type.</param>
/// <param name="TypeName">Its full name, as an expression.</param>
/// <param name="Version">Its version.</param>
/// <param name="OldestVersion">The oldest version that is read; 0 for its own alone.</param>
/// <param name="Properties">The properties, in the order of the text.</param>
internal sealed record ConfigurationModel(TypeModel Type, string TypeName, int Version, int OldestVersion, EquatableArray<ConfigurationProperty> Properties);
