namespace TypedTune.Learning;

/// <summary>What a prediction of a label costs; below 0 it is a gain.</summary>
/// <param name="Truth">The label that the row has.</param>
/// <param name="Predicted">The label that was predicted.</param>
/// <param name="Cost">A finite number, in any unit.</param>
public readonly record struct LabelCost(string Truth, string Predicted, double Cost);
