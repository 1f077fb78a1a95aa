namespace TypedTune.Learning;

/// <summary>The scores of one value of a hyperparameter. Immutable.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
public sealed class ValidationCurvePoint<TEstimator>
{
    internal ValidationCurvePoint(string value, SearchTrial<TEstimator> trial)
    {
        Value = value;
        Configuration = trial.Configuration;
        Validation = trial.Scores[0].Validation;
        Training = trial.Scores[0].Training!;
    }

    /// <summary>The hyperparameter's value as culture-independent text; empty where the configuration has none.</summary>
    public string Value { get; }

    /// <summary>The whole configuration, in the user's own type.</summary>
    public TEstimator Configuration { get; }

    /// <summary>The scores on rows that were not learned from.</summary>
    public FoldScores Validation { get; }

    /// <summary>The scores on the rows that were learned from.</summary>
    public FoldScores Training { get; }

    /// <summary>The value and the two means.</summary>
    public override string ToString() => $"{Value}: {ScoreTable.Text(Validation)}, {ScoreTable.Text(Training)} where it learned";
}
