namespace TypedTune.Learning;

/// <summary>How a column of numbers is written in text.</summary>
public enum NumberKind
{
    /// <summary>Any number, with a point for the decimals.</summary>
    Real = 0,

    /// <summary>A whole number.</summary>
    Integer = 1,

    /// <summary><c>true</c>/<c>false</c> or 1/0.</summary>
    Boolean = 2,
}
