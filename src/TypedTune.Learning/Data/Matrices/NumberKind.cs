namespace TypedTune.Learning;

/// <summary>What the numbers of a column stand for, and how they are written in text.</summary>
public enum NumberKind
{
    /// <summary>Any number, with a point for the decimals. The default.</summary>
    Real = 0,

    /// <summary>A whole number.</summary>
    Integer = 1,

    /// <summary><c>true</c>/<c>false</c> or 1/0.</summary>
    Boolean = 2,

    /// <summary>A day as <see cref="DateOnly"/>: days since 1970-01-01, which are exact; <c>2024-02-29</c>.</summary>
    Date = 3,

    /// <summary>A wall-clock time as <see cref="System.DateTime"/>: seconds since 1970-01-01, as exact as <see cref="DateEncoding"/> says; <c>2024-02-29T13:05:00</c>.</summary>
    DateTime = 4,

    /// <summary>A point in time as <see cref="System.DateTimeOffset"/>: seconds since 1970-01-01 in UTC; the offset is not kept; <c>2024-02-29T13:05:00+01:00</c>.</summary>
    DateTimeOffset = 5,

    /// <summary>A length of time as <see cref="System.TimeSpan"/>: seconds; <c>1.02:30:00</c> or <c>P1DT2H30M</c>.</summary>
    TimeSpan = 6,
}
