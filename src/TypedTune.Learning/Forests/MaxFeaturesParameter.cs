namespace TypedTune.Learning;

/// <summary>How many features a split may choose from, as a hyperparameter of a search.</summary>
/// <typeparam name="TRoot">The configuration that the search tunes.</typeparam>
public sealed class MaxFeaturesParameter<TRoot>;
