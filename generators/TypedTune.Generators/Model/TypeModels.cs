namespace TypedTune.Generators.Model;

/// <summary>What a declaration is, for the generator.</summary>
/// <param name="Component">A tunable type; null if it is none.</param>
/// <param name="Row">A row type; null if it is none.</param>
/// <param name="Configuration">A type that has a text and no space; null if it is none.</param>
internal sealed record TypeModels(ComponentModel? Component, RowModel? Row, ConfigurationModel? Configuration);
