namespace TypedTune.Learning;

/// <summary>One turn on a row's way through a tree.</summary>
/// <param name="Split">Where the turn was taken.</param>
/// <param name="Value">The row's value of <see cref="DecisionSplit.FeatureName"/>; a category's number; not-a-number where missing.</param>
/// <param name="GoesLeft">Whether the row went left.</param>
public sealed record DecisionStep(DecisionSplit Split, double Value, bool GoesLeft)
{
    /// <summary>The node that the row came to.</summary>
    public DecisionNode Next => GoesLeft ? Split.Left : Split.Right;

    /// <summary>The condition that held and the side that it led to, as <c>MedianIncome ≤ 3.2 (left)</c> or <c>MedianIncome missing (left)</c>.</summary>
    public override string ToString() =>
        $"{(double.IsNaN(Value) ? $"{Split.FeatureName} missing" : Split.Condition(GoesLeft))} ({(GoesLeft ? "left" : "right")})";
}
