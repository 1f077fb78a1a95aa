namespace TypedTune.Learning;

/// <summary>What a step or an estimator does with missing numbers or categories.</summary>
public enum MissingValueTreatment
{
    /// <summary>It cannot work with them, and throws.</summary>
    Refuse,

    /// <summary>It works with them; what a step makes of a missing value is missing as well.</summary>
    Keep,

    /// <summary>It replaces them, so that none is left behind it.</summary>
    Fill,
}
