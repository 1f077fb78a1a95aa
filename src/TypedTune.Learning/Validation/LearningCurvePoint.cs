namespace TypedTune.Learning;

/// <summary>The scores of a configuration that was fitted on a given number of rows. Immutable.</summary>
public sealed class LearningCurvePoint
{
    internal LearningCurvePoint(RowCount size, IReadOnlyList<int> trainingRows, MetricScores scores)
    {
        Size = size;
        TrainingRows = trainingRows;
        Validation = scores.Validation;
        Training = scores.Training!;
    }

    /// <summary>How many rows were asked for.</summary>
    public RowCount Size { get; }

    /// <summary>The number of training rows in each fold.</summary>
    public IReadOnlyList<int> TrainingRows { get; }

    /// <summary>The scores on rows that were not learned from; the same rows at every point.</summary>
    public FoldScores Validation { get; }

    /// <summary>The scores on the rows that were learned from.</summary>
    public FoldScores Training { get; }

    /// <summary>The rows and the two means.</summary>
    public override string ToString() => $"{RowText} rows: {ScoreTable.Text(Validation)}, {ScoreTable.Text(Training)} where it learned";

    /// <summary>The rows of all folds in one text.</summary>
    internal string RowText => TrainingRows.Min() == TrainingRows.Max() ? ScoreTable.Text(TrainingRows[0]) : $"{ScoreTable.Text(TrainingRows.Min())}–{ScoreTable.Text(TrainingRows.Max())}";
}
