namespace TypedTune.Learning;

/// <summary>How the scores of labels become one.</summary>
public enum Average
{
    /// <summary>The mean over labels, each counting the same, however rare.</summary>
    Macro = 0,

    /// <summary>The score of all labels' counts together.</summary>
    Micro = 1,

    /// <summary>The mean over labels, each counting by the weight of its rows.</summary>
    Weighted = 2,
}
