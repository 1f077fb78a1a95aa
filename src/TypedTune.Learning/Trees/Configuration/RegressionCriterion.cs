namespace TypedTune.Learning;

/// <summary>The impurity that the splits of a regression tree minimise, which also decides the prediction of a leaf. Definitions are scikit-learn's.</summary>
public enum RegressionCriterion
{
    /// <summary>The mean squared difference from the mean; a leaf predicts the mean. The default, and by far the fastest.</summary>
    SquaredError,

    /// <summary>
    /// The mean absolute difference from the median; a leaf predicts the median, so that targets that lie far off pull less. The middle of both
    /// where half of the weight lies on either side.
    /// </summary>
    AbsoluteError,

    /// <summary>
    /// Half the mean Poisson deviance from the mean; a leaf predicts the mean. For counts and frequencies. Targets must be at least 0.
    /// No split leaves a side whose targets are all 0.
    /// </summary>
    Poisson,
}
