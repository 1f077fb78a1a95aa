namespace TypedTune.Learning;

/// <summary>Some rows of a matrix, each row's values side by side: what trees read fastest. For one thread, which gives its buffers back at the end.</summary>
/// <param name="start">The first row's number.</param>
/// <param name="count">How many rows there are.</param>
/// <param name="columns">P.</param>
/// <param name="values">Their values, row after row; rented, and perhaps longer.</param>
/// <param name="codes">Their codes, or null.</param>
internal sealed class RowBlock(int start, int count, int columns, double[] values, uint[]? codes) : IDisposable
{
    private bool? _hasMissing;

    /// <summary>The first row's number.</summary>
    public int Start => start;

    /// <summary>How many rows there are.</summary>
    public int Count => count;

    /// <summary>P.</summary>
    public int Columns => columns;

    /// <summary>The rows' values, row after row.</summary>
    public ReadOnlySpan<double> Values => values.AsSpan(0, count * columns);

    /// <summary>Their <see cref="ValueCodes"/>; empty if these do not pay.</summary>
    public ReadOnlySpan<uint> Codes => codes.AsSpan(0, codes == null ? 0 : count * columns);

    /// <summary>Whether a value is missing.</summary>
    public bool HasMissing => _hasMissing ??= TrainingData.HasMissing(Values);

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        Buffers<double>.Return(values);
        if (codes != null)
            Buffers<uint>.Return(codes);
    }
}
