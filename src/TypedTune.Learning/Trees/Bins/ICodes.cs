using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// How wide a record's codes are. A type argument, so that the kernels have code of their own for each width.
/// </summary>
internal interface ICodes
{
    /// <summary>How many codes there are.</summary>
    static abstract int Most { get; }

    /// <summary>Whether codes go past 255, so that a node's histogram takes them by their range in the node.</summary>
    static abstract bool AreWide { get; }

    /// <summary>Writes a code.</summary>
    /// <param name="at">Where it goes.</param>
    /// <param name="code">The code, from 0 and below <see cref="Most"/>.</param>
    static abstract void Store(Span<byte> at, int code);

    /// <summary>The code of a column in the record at <paramref name="record"/>.</summary>
    static abstract int Load(ref byte record, nint column);

    /// <summary>Finds the columns in which two rows of a node differ and, of wide codes, their ranges.</summary>
    /// <param name="records">The node's records, followed by at least <see cref="RecordLayout.Slack"/> bytes.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are, at least 1.</param>
    /// <param name="ranges">Receives both.</param>
    static abstract void Find(ReadOnlySpan<byte> records, in RecordLayout layout, int count, NodeRanges ranges);

    /// <summary>Gathers the codes of eight features of each row, one a lane.</summary>
    /// <param name="records">The node's records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="features">The features in the lanes, 1 to 8; up to four are held twice, in either half, and other lanes past them repeat the first.</param>
    /// <param name="lanes">One vector a row.</param>
    static abstract void Gather(ReadOnlySpan<byte> records, in RecordLayout layout, ReadOnlySpan<int> features, Span<Vector256<int>> lanes);
}
