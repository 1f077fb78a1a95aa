namespace TypedTune.Learning.Tests.Data;

/// <summary>A row of one number and one category.</summary>
/// <param name="Distance">In kilometres.</param>
/// <param name="Name">Any text.</param>
[Row]
public sealed partial record Trip([property: Target] short Distance, string Name);
