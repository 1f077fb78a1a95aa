namespace TypedTune.Learning;

/// <summary>Whether rows on each side are counted while cuts are compared. A type argument, so that each answer has its own code.</summary>
internal interface ILeafRule
{
    /// <summary>Whether a cut must leave a number of rows on each side.</summary>
    static abstract bool CountsRows { get; }
}
