namespace TypedTune;

/// <summary>The kinds of encoded hyperparameters, which decide how their numbers are read.</summary>
public enum HyperparameterKind
{
    /// <summary>A real number: every number between the ends, or those at equal steps.</summary>
    Real,

    /// <summary>A whole number, at equal steps between the ends.</summary>
    Integer,

    /// <summary>One of a few listed numbers, whose distances on the scale mean something.</summary>
    Ordered,

    /// <summary>The index of one of a few options; the distance between two indices means nothing.</summary>
    Choice,
}
