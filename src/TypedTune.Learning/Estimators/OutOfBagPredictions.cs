namespace TypedTune.Learning;

/// <summary>
/// The predictions of an ensemble's members for training rows that they did not learn from. They estimate the error on new rows
/// without holding any back (Breiman, "Random forests", Machine Learning 45, 2001). Immutable and thread safe.
/// </summary>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
/// <remarks>
/// Score it with any metric: <c>Metric.RSquared.Score(outOfBag.Target, outOfBag.Predictions)</c>. A row that every tree learned from
/// is in none of the three lists; with bootstrapping that is about one row in 1.6^trees.
/// </remarks>
public sealed class OutOfBagPredictions<TTarget>
{
    /// <summary>Creates the predictions of an ensemble; nothing is copied.</summary>
    /// <param name="rows">M training rows, from 0, upwards.</param>
    /// <param name="target">Their M targets.</param>
    /// <param name="predictions">The M predictions.</param>
    public OutOfBagPredictions(IReadOnlyList<int> rows, TTarget target, TTarget predictions)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(predictions);
        Rows = rows;
        Target = target;
        Predictions = predictions;
    }

    /// <summary>The training rows that at least one tree did not learn from, from 0, upwards.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The target of <see cref="Rows"/>.</summary>
    public TTarget Target { get; }

    /// <summary>The predictions for <see cref="Rows"/>, each made by the trees that did not learn from the row.</summary>
    public TTarget Predictions { get; }
}
