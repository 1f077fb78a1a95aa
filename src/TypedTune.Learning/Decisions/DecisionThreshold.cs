namespace TypedTune.Learning;

/// <summary>Chooses a label wherever it is at least as probable as a threshold, and else the most probable of the others: a step of a pipeline behind a classifier.</summary>
/// <remarks>
/// Nothing is learned, so that all thresholds of a search share the classifier's fits. Probabilities stay as they are. <see cref="TunedThreshold"/> finds the
/// threshold by itself.
/// </remarks>
public sealed partial record DecisionThreshold : IProbabilityAdjustment<FittedDecisionThreshold>
{
    /// <summary>The label that the threshold is for.</summary>
    public string Label { get; init; } = "";

    /// <summary>From which probability on the label is chosen, from 0 to 1, both included. Default: 0.5.</summary>
    [Hyperparameter(Min = 0, Max = 1)]
    public double Threshold { get; init; } = 0.5;

    /// <summary>Null: nothing is learned.</summary>
    [ConfigurationIgnore]
    public ISplitter? Folds => null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no such label, or the threshold is out of its bounds.</exception>
    public FittedDecisionThreshold Fit(FeatureMatrix probabilities, Categories target, double[]? weights)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        DeclaredBounds.Check(this);
        return new FittedDecisionThreshold(FittedDecisionThreshold.Require(Label, probabilities.Names, nameof(DecisionThreshold)), Threshold);
    }
}
