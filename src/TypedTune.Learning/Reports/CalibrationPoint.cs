namespace TypedTune.Learning;

/// <summary>The rows of one bin of probabilities.</summary>
/// <param name="MeanPrediction">Their mean probability of the label.</param>
/// <param name="Share">The share of them that has the label.</param>
/// <param name="Rows">How many they are, or their weight.</param>
public readonly record struct CalibrationPoint(double MeanPrediction, double Share, double Rows);
