namespace TypedTune.Learning;

/// <summary>Is told what is found above each threshold, from the most probable one on.</summary>
internal interface IRankVisitor
{
    /// <summary>Takes a threshold.</summary>
    /// <param name="threshold">The score.</param>
    /// <param name="hits">The weight of the rows of the label whose score is at least that.</param>
    /// <param name="misses">The weight of the other rows whose score is at least that.</param>
    void Visit(double threshold, double hits, double misses);
}
