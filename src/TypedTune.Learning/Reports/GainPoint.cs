namespace TypedTune.Learning;

/// <summary>What is found among the most probable rows.</summary>
/// <param name="Share">The share of all rows that is looked at.</param>
/// <param name="Gain">The share of the label's rows that is among them.</param>
/// <param name="Lift">How many times as many as by chance: the gain over the share.</param>
public readonly record struct GainPoint(double Share, double Gain, double Lift);
