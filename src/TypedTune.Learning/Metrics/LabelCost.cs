namespace TypedTune.Learning;

/// <summary>The cost of predicting one label for a row that has another, or the same. A negative cost is a gain.</summary>
/// <param name="Truth">The label that the row has.</param>
/// <param name="Predicted">The label that was predicted.</param>
/// <param name="Cost">A finite number, in any unit.</param>
public readonly record struct LabelCost(string Truth, string Predicted, double Cost);
