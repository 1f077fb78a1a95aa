namespace TypedTune.Learning;

/// <summary>No value: for gathering bins and weights alone.</summary>
internal readonly struct TargetlessRow : IRowValue
{
    /// <inheritdoc/>
    public float Apply(in RecordLayout layout, ref byte record, float weight) => 0;
}
