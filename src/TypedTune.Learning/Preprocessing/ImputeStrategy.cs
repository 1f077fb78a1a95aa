namespace TypedTune.Learning;

/// <summary>The value of a column that replaces its missing numbers.</summary>
public enum ImputeStrategy
{
    /// <summary>The mean of the column's values.</summary>
    Mean = 0,

    /// <summary>The median of the column's values; of an even number of values the mean of the middle two.</summary>
    Median = 1,

    /// <summary>The value that occurs most often in the column; of several the smallest.</summary>
    MostFrequent = 2,

    /// <summary>A constant, <see cref="SimpleImputer.FillValue"/>.</summary>
    Constant = 3,
}
