namespace TypedTune.Generators.Model;

/// <summary>What a declaration is, for the generator.</summary>
/// <param name="Component">A tunable type; null if it is none.</param>
/// <param name="Row">A row type; null if it is none.</param>
/// <param name="Configuration">A type that has a text and no space; null if it is none.</param>
internal sealed record TypeModels(ComponentModel? Component, RowModel? Row, ConfigurationModel? Configuration)
{
    /// <summary>What is generated in place of what cannot be; null where nothing can.</summary>
    public StubModel? Stub { get; init; }

    /// <summary>The type's name in metadata where there is something wrong with it; null where there is not.</summary>
    public string? Failing { get; init; }

    /// <summary>Whether it is declared in a version of the language that is too old for what would be generated.</summary>
    public bool IsTooOld { get; init; }
}
