namespace TypedTune.Learning;

/// <summary>The scores of one candidate by one metric. Immutable once a search has returned it.</summary>
public sealed class MetricScores
{
    internal MetricScores(string name, Direction direction, FoldScores validation, FoldScores? training)
    {
        Name = name;
        Direction = direction;
        Validation = validation;
        Training = training;
    }

    /// <summary>The metric, as <c>RMSE</c>.</summary>
    public string Name { get; }

    /// <summary>Whether small or large scores are good.</summary>
    public Direction Direction { get; }

    /// <summary>The scores on rows that were not learned from.</summary>
    public FoldScores Validation { get; }

    /// <summary>The scores on the rows that were learned from; null unless <see cref="Search{TEstimator}.TrainingScores"/>.</summary>
    public FoldScores? Training { get; }

    /// <summary>1 for the best mean on validation rows; equal ones share the better rank.</summary>
    public int Rank { get; internal set; }
}
