namespace TypedTune.Learning;

/// <summary>What is found if all rows at least as probable as a threshold are taken for a label.</summary>
/// <param name="Threshold">The probability; infinite for the first point, at which no row is taken.</param>
/// <param name="Precision">The share of the rows taken that has the label; 1 where none is taken.</param>
/// <param name="Recall">The share of the label's rows that is taken.</param>
public readonly record struct PrecisionRecallPoint(double Threshold, double Precision, double Recall);
