namespace TypedTune.Learning;

/// <summary>
/// The scores of a configuration for each number of training rows. More rows would help if the validation score still gets better at the end; another model
/// would if both scores are poor and close to each other. Immutable.
/// </summary>
public sealed class LearningCurve
{
    internal LearningCurve(string metric, Direction direction, IReadOnlyList<LearningCurvePoint> points)
    {
        Metric = metric;
        Direction = direction;
        Points = points;
    }

    /// <summary>The metric's name.</summary>
    public string Metric { get; }

    /// <summary>Whether small or large scores are good.</summary>
    public Direction Direction { get; }

    /// <summary>A point a size, in the order in which they were given.</summary>
    public IReadOnlyList<LearningCurvePoint> Points { get; }

    /// <summary>A line a point: its training rows, then means and standard deviations on validation rows and on training rows.</summary>
    public TextTable ToTable() => ScoreTable.Of(Points,
    [
        ("rows", point => point.RowText),
        .. ScoreTable.Summary<LearningCurvePoint>($"mean {Metric}", "std", point => point.Validation),
        .. ScoreTable.Summary<LearningCurvePoint>($"train {Metric}", "train std", point => point.Training),
    ]);

    /// <summary><see cref="ToTable"/> as text.</summary>
    public override string ToString() => ToTable().ToString();
}
