namespace TypedTune.Learning;

/// <summary>How much one feature contributes.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Importance">How much; in what unit, says what gave it.</param>
public readonly record struct FeatureImportance(string Name, double Importance);
