namespace TypedTune.Learning;

/// <summary>The rules that every cut obeys.</summary>
/// <param name="MinRows">The least distinct rows on each side, at least 1.</param>
/// <param name="MinWeightFraction">The least share of the tree's weight on each side.</param>
/// <param name="Directions">For each column 1 where the prediction must not fall as it rises, −1 where it must not rise, else 0; null if all are 0.</param>
internal sealed record CutRules(int MinRows, double MinWeightFraction, sbyte[]? Directions);
