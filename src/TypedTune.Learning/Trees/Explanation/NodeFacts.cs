namespace TypedTune.Learning;

/// <summary>What every <see cref="DecisionNode"/> knows.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Depth">How many splits lie above it.</param>
/// <param name="Weight">The weight of the training rows that reached it.</param>
/// <param name="Values">What these are like.</param>
/// <param name="Levels">The labels of a classification.</param>
internal readonly record struct NodeFacts(int Index, int Depth, double Weight, double[] Values, string[] Levels);
