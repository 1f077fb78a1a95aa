namespace TypedTune.Learning;

/// <summary>The place, weight and value of a node, which every <see cref="DecisionNode"/> has.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Depth">How many splits lie above it.</param>
/// <param name="Weight">The weight of the training rows that reached it.</param>
/// <param name="Values">Its prediction: one number, or a share for each label.</param>
/// <param name="Levels">The labels of a classification.</param>
internal readonly record struct NodeFacts(int Index, int Depth, double Weight, double[] Values, string[] Levels);
