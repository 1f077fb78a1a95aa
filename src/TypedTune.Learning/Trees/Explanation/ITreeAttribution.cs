namespace TypedTune.Learning;

/// <summary>Takes the predictions of one tree apart. Thread safe.</summary>
internal interface ITreeAttribution
{
    /// <summary>Adds the contributions to some rows' predictions.</summary>
    /// <param name="rows">The rows' values, row after row.</param>
    /// <param name="sums">What is added to.</param>
    /// <param name="start">The number of the first row.</param>
    void Add(ReadOnlySpan<double> rows, ContributionSums sums, int start);
}
