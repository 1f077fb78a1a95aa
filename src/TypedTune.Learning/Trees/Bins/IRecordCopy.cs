namespace TypedTune.Learning;

/// <summary>How a record is copied. A type argument, so that the kernels have code of their own for each length.</summary>
internal interface IRecordCopy
{
    /// <summary>Copies a record.</summary>
    /// <param name="from">The record.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="stride">How many bytes it takes, a multiple of 16.</param>
    static abstract void Copy(ref byte from, ref byte to, nint stride);
}
