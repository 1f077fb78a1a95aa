namespace TypedTune.Learning;

/// <summary>How probabilities are divided into bins.</summary>
public enum BinStrategy
{
    /// <summary>Bins of equal width from 0 to 1.</summary>
    Uniform = 0,

    /// <summary>Bins of about as many rows, between quantiles of the probabilities.</summary>
    Quantile = 1,
}
