namespace TypedTune.Learning;

/// <summary>
/// The predictions of a fitted model for N rows: a number or a label a row and, if they were asked for and the model has them, the probability of each label or
/// quantiles. Immutable; safe to read from several threads.
/// </summary>
public sealed class Predictions
{
    // Rounding in sums of shares stays far below, and a model that forgets a label far above.
    private const double Tolerance = 1e-6;

    /// <summary>Creates predictions.</summary>
    /// <param name="points">N numbers or labels.</param>
    public Predictions(Targets points)
    {
        ArgumentNullException.ThrowIfNull(points);
        Points = points;
    }

    /// <summary>Creates the predictions of a regressor.</summary>
    /// <param name="points">N numbers; not copied.</param>
    public Predictions(double[] points)
        : this(Targets.Of(points))
    {
    }

    /// <summary>Creates the predictions of a classifier.</summary>
    /// <param name="points">N labels.</param>
    public Predictions(Categories points)
        : this(Targets.Of(points))
    {
    }

    /// <summary>Converts points to predictions: most metrics need no more than a number or a label a row.</summary>
    /// <param name="points">N numbers or labels.</param>
    public static implicit operator Predictions(Targets points) => new(points);

    /// <summary>The number of rows, N.</summary>
    public int RowCount => Points.RowCount;

    /// <summary>A number or a label a row.</summary>
    public Targets Points { get; }

    /// <summary>Whether there are <see cref="Probabilities"/>.</summary>
    public bool HasProbabilities { get; private init; }

    /// <summary>Whether there are <see cref="Quantiles"/>.</summary>
    public bool HasQuantiles { get; private init; }

    /// <summary>The probability of each label: N × levels, a column a label, named after it; each row adds up to 1.</summary>
    /// <exception cref="InvalidOperationException">No probabilities were predicted.</exception>
    /// <exception cref="ArgumentException">Set to other than N rows of numbers from 0 to 1 that add up to 1; the message names the row.</exception>
    public FeatureMatrix Probabilities
    {
        get => field ?? throw new InvalidOperationException($"There are no probabilities among these predictions. They are predicted by a model that is an IFittedProbabilisticClassifier, for metrics whose {nameof(PredictionNeeds)} ask for them.");
        init
        {
            RequireProbabilities(value);
            field = value;
            HasProbabilities = true;
        }
    }

    /// <summary>Quantiles of the target.</summary>
    /// <exception cref="InvalidOperationException">No quantiles were predicted.</exception>
    /// <exception cref="ArgumentException">Set to other than N rows.</exception>
    public QuantilePredictions Quantiles
    {
        get => field ?? throw new InvalidOperationException($"There are no quantiles among these predictions. They are predicted by a model that is an IFittedQuantileRegressor, for metrics whose {nameof(PredictionNeeds)} ask for them.");
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            RequireRows(value.Values, "quantiles");
            field = value;
            HasQuantiles = true;
        }
    }

    /// <summary>The predictions of the rows at the given indices.</summary>
    /// <param name="rows">Indices from 0, in the order wanted; repeats are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the rows.</exception>
    public Predictions TakeRows(ReadOnlySpan<int> rows) =>
        Create(Points.TakeRows(rows), HasProbabilities ? Probabilities.TakeRows(rows) : null, HasQuantiles ? Quantiles.TakeRows(rows) : null);

    /// <summary>The number of rows, and the kinds of predictions.</summary>
    public override string ToString() =>
        $"{RowCount} {(Points.AreLabels ? "labels" : "numbers")}{(HasProbabilities ? ", with probabilities" : "")}{(HasQuantiles ? ", with quantiles" : "")}";

    /// <summary>Creates predictions from points and, if there are any, probabilities and quantiles.</summary>
    internal static Predictions Create(Targets points, FeatureMatrix? probabilities, QuantilePredictions? quantiles) => (probabilities, quantiles) switch
    {
        (null, null) => new Predictions(points),
        (null, _) => new Predictions(points) { Quantiles = quantiles },
        (_, null) => new Predictions(points) { Probabilities = probabilities },
        _ => new Predictions(points) { Probabilities = probabilities, Quantiles = quantiles },
    };

    private void RequireProbabilities(FeatureMatrix probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        RequireRows(probabilities, "probabilities");
        var sums = new double[RowCount];
        for (int column = 0; column < probabilities.ColumnCount; column++)
        {
            var values = probabilities.Column(column);
            for (int row = 0; row < values.Length; row++)
            {
                if (!(values[row] is >= 0 and <= 1 + Tolerance))
                    throw new ArgumentException(FormattableString.Invariant($"A probability must be from 0 to 1, but that of {Excerpt.From(probabilities.Names[column])} is {values[row]} in row {row}."), nameof(probabilities));
                sums[row] += values[row];
            }
        }

        int wrong = Array.FindIndex(sums, sum => Math.Abs(sum - 1) > Tolerance);
        if (wrong >= 0)
            throw new ArgumentException(FormattableString.Invariant($"The probabilities of a row must add up to 1, but those of row {wrong} add up to {sums[wrong]}."), nameof(probabilities));
    }

    private void RequireRows(FeatureMatrix values, string what)
    {
        if (values.RowCount != RowCount)
            throw new ArgumentException($"There are {RowCount} predictions, but {what} of {values.RowCount} rows.", what);
    }
}
