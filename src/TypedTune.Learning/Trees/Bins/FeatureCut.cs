namespace TypedTune.Learning;

/// <summary>A cut of a node: rows whose code of the feature is at most <see cref="Code"/> go left.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Code">The last code on the left.</param>
/// <param name="Score">
/// How good it is: S² ∕ (W_L · W_R), where S is the weighted sum on the left of the differences from the node's mean.
/// Times the node's weight that is the decrease of the sum of squared errors. Negative if no cut is legal.
/// </param>
internal readonly record struct FeatureCut(int Feature, int Code, float Score)
{
    /// <summary>No legal cut.</summary>
    public static FeatureCut None => new(-1, -1, -1);
}
