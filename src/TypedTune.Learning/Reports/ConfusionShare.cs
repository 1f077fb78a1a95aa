namespace TypedTune.Learning;

/// <summary>What the cells of a confusion matrix are shares of.</summary>
public enum ConfusionShare
{
    /// <summary>Of the rows that have the label: each line adds up to 1, and the diagonal holds recalls.</summary>
    Truth = 0,

    /// <summary>Of the rows that were predicted the label: each column adds up to 1, and the diagonal holds precisions.</summary>
    Prediction = 1,

    /// <summary>Of all rows.</summary>
    All = 2,
}
