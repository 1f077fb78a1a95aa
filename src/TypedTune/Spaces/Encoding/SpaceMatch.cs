namespace TypedTune;

/// <summary>One way in which a part of a space holds a configuration.</summary>
/// <param name="Values">The coordinates that it gives a value.</param>
/// <param name="Covered">These and the choices that they take.</param>
internal readonly record struct SpaceMatch(CoordinateSet Values, CoordinateSet Covered);
