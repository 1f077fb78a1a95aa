namespace TypedTune.Tests.Spaces;

public readonly record struct Size(int Rows, int Columns);
