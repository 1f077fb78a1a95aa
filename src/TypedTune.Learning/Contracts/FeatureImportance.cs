namespace TypedTune.Learning;

/// <summary>How much one feature contributes.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Importance">Its share, at least 0; the shares of a model add up to 1.</param>
public readonly record struct FeatureImportance(string Name, double Importance);
