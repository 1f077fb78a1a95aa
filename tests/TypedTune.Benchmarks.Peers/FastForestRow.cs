namespace TypedTune.Benchmarks.Peers;

/// <summary>A row as ML.NET takes it.</summary>
internal sealed class FastForestRow
{
    public required float[] Features { get; init; }

    public required float Label { get; init; }
}
