namespace TypedTune;

/// <summary>One thing that the results of a study depend on, such as its seed or its data.</summary>
/// <param name="Name">What it is, as <c>seed</c>.</param>
/// <param name="Text">What it was, as a short text; for large things a fingerprint with what a person knows them by.</param>
public readonly record struct IdentityPart(string Name, string Text);
