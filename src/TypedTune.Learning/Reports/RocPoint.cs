namespace TypedTune.Learning;

/// <summary>What is found if all rows at least as probable as a threshold are taken for a label.</summary>
/// <param name="Threshold">The probability; infinite for the first point, at which no row is taken.</param>
/// <param name="FalsePositiveRate">The share of the other rows that is taken.</param>
/// <param name="TruePositiveRate">The share of the label's rows that is taken.</param>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);
