namespace TypedTune;

/// <summary>A state that a choice must have for a coordinate to be active.</summary>
/// <param name="Coordinate">The choice's coordinate.</param>
/// <param name="State">The index of the option.</param>
internal readonly record struct StatePick(int Coordinate, int State);
