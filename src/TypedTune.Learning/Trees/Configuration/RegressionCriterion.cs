namespace TypedTune.Learning;

/// <summary>What the splits of a regression tree make small, and so what its leaves say. Definitions are scikit-learn's.</summary>
public enum RegressionCriterion
{
    /// <summary>The mean squared difference from the mean, which a leaf says. The default, and by far the fastest.</summary>
    SquaredError,

    /// <summary>
    /// The mean absolute difference from the median, which a leaf says: targets that lie far off pull less. The middle of both
    /// where half of the weight lies on either side.
    /// </summary>
    AbsoluteError,

    /// <summary>
    /// Half the mean Poisson deviance from the mean, which a leaf says: for counts and frequencies. Targets must be at least 0.
    /// No split leaves a side whose targets are all 0.
    /// </summary>
    Poisson,
}
