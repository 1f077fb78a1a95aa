namespace TypedTune.Learning;

/// <summary>
/// What a row adds to the sum whose squares a cut is scored by. A type argument, so that the inner loop of each has its own code.
/// </summary>
internal interface IRowValue
{
    /// <summary>The row's value times its weight.</summary>
    /// <param name="layout">How the record lies.</param>
    /// <param name="record">The row's record.</param>
    /// <param name="weight">The row's weight.</param>
    float Apply(in RecordLayout layout, ref byte record, float weight);
}
