namespace TypedTune;

/// <summary>An option of a choice that must be taken for a part of a configuration to exist.</summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <param name="Path">The choice.</param>
/// <param name="Name">The option.</param>
/// <param name="IsTaken">Whether a configuration takes it.</param>
internal sealed record ChosenOption<TRoot>(string Path, string Name, Func<TRoot, bool> IsTaken)
{
    /// <summary>The value that selects the option; a space that chooses it keeps this value fixed.</summary>
    public Binding Binding => new(Path, Name);
}
