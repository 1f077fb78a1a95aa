namespace TypedTune.Learning;

/// <summary>The rows that each side of a cut must have.</summary>
/// <param name="MinRows">The least distinct rows, at least 1.</param>
/// <param name="AreWeightsWhole">Whether all weights are whole numbers, whose sums are exact, so that a side of weight 0 has no row.</param>
internal readonly record struct LeafSize(int MinRows, bool AreWeightsWhole)
{
    /// <summary>Whether the rows on each side are counted.</summary>
    public bool CountsRows => MinRows > 1 || !AreWeightsWhole;
}
