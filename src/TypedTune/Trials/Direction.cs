namespace TypedTune;

/// <summary>Which of two values of an objective is the better one.</summary>
public enum Direction
{
    /// <summary>The smaller value is better, as of an error.</summary>
    Minimize = 0,

    /// <summary>The larger value is better, as of an accuracy.</summary>
    Maximize = 1,
}
