namespace TypedTune.Tests.Spaces;

[Configuration]
public readonly partial record struct Size(int Rows, int Columns);
