namespace TypedTune.Learning;

/// <summary>
/// The scores of a model for each value of one hyperparameter. Where both scores are poor the model is too simple; where the one on training rows is much better
/// it overfits. Immutable.
/// </summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
public sealed class ValidationCurve<TEstimator>
{
    internal ValidationCurve(string parameter, string metric, Direction direction, IReadOnlyList<ValidationCurvePoint<TEstimator>> points)
    {
        Parameter = parameter;
        Metric = metric;
        Direction = direction;
        Points = points;
    }

    /// <summary>The hyperparameter, as <c>Forest.MaxDepth</c>.</summary>
    public string Parameter { get; }

    /// <summary>The metric's name.</summary>
    public string Metric { get; }

    /// <summary>Whether small or large scores are good.</summary>
    public Direction Direction { get; }

    /// <summary>A point a distinct configuration, in the order of the grid.</summary>
    public IReadOnlyList<ValidationCurvePoint<TEstimator>> Points { get; }

    /// <summary>A line a point: the value, then means and standard deviations on validation rows and on training rows.</summary>
    public TextTable ToTable() => ScoreTable.Of(Points,
    [
        (Parameter.Split('.')[^1], point => point.Value),
        .. ScoreTable.Summary<ValidationCurvePoint<TEstimator>>($"mean {Metric}", "std", point => point.Validation),
        .. ScoreTable.Summary<ValidationCurvePoint<TEstimator>>($"train {Metric}", "train std", point => point.Training),
    ]);

    /// <summary><see cref="ToTable"/> as text.</summary>
    public override string ToString() => ToTable().ToString();
}
