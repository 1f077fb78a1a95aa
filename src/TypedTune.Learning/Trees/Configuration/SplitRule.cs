namespace TypedTune.Learning;

/// <summary>How a tree cuts each of the features that a node draws.</summary>
public enum SplitRule
{
    /// <summary>At the value where the impurity falls most. The default.</summary>
    Best,

    /// <summary>
    /// At a value drawn evenly between the smallest and the largest in the node; of these cuts, one a feature, the best is made.
    /// With <see cref="EveryRow"/> these are extremely randomized trees (Geurts, Ernst and Wehenkel, Machine Learning 63,
    /// 2006): scikit-learn's <c>ExtraTrees</c> and ranger's <c>extratrees</c> with one cut a feature. Bins are
    /// <see cref="SplitBins.PerNode"/>'s.
    /// </summary>
    Random,
}
