namespace TypedTune.Architecture.Tests;

/// <summary>A use that a check passes over.</summary>
/// <param name="From">The room or type that uses the other.</param>
/// <param name="To">The room or type that is used.</param>
/// <param name="Reason">Why it may.</param>
internal sealed record AllowedUse(string From, string To, string Reason);
