namespace TypedTune.Learning;

/// <summary>How many values of a column were taken as missing because of what stands in their place.</summary>
/// <param name="Column">The property's name.</param>
/// <param name="Marker">What stands there, such as <c>NA</c>; empty for an empty field, or a null of a database.</param>
/// <param name="Count">The rows of the file in which it does.</param>
public readonly record struct MarkerCount(string Column, string Marker, int Count);
