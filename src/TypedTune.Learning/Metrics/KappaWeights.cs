namespace TypedTune.Learning;

/// <summary>How much a wrong label costs Cohen's kappa.</summary>
public enum KappaWeights
{
    /// <summary>Every wrong label the same.</summary>
    None = 0,

    /// <summary>By how many levels it is away.</summary>
    Linear = 1,

    /// <summary>By the square of how many levels it is away.</summary>
    Quadratic = 2,
}
