namespace TypedTune.Learning;

/// <summary>Predicted quantiles of N rows, for Q levels. Immutable.</summary>
public sealed class QuantilePredictions
{
    /// <summary>Creates quantiles; nothing is copied.</summary>
    /// <param name="levels">Q levels from 0 to 1, both included, each once.</param>
    /// <param name="values">N × Q finite numbers, a column a level, in the order of <paramref name="levels"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside, or not a number.</exception>
    /// <exception cref="ArgumentException">There are not as many columns as levels, a level is given twice, or a value is not finite; the message names its row.</exception>
    public QuantilePredictions(IReadOnlyList<double> levels, FeatureMatrix values)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(values);
        if (levels.Count != values.ColumnCount)
            throw new ArgumentException($"There are {levels.Count} levels, but {values.ColumnCount} columns of quantiles.", nameof(values));
        for (int q = 0; q < levels.Count; q++)
        {
            RequireLevel(levels[q]);
            if (levels.Take(q).Contains(levels[q]))
                throw new ArgumentException(FormattableString.Invariant($"The level {levels[q]} is given twice."), nameof(levels));
            var column = values.Column(q);
            for (int row = 0; row < column.Length; row++)
            {
                if (!double.IsFinite(column[row]))
                    throw new ArgumentException(FormattableString.Invariant($"A quantile must be finite, but that of level {levels[q]} is {column[row]} in row {row}."), nameof(values));
            }
        }

        Levels = levels;
        Values = values;
    }

    /// <summary>The Q levels, from 0 to 1.</summary>
    public IReadOnlyList<double> Levels { get; }

    /// <summary>N × Q, a column a level.</summary>
    public FeatureMatrix Values { get; }

    /// <summary>The N quantiles of a level.</summary>
    /// <param name="level">One of <see cref="Levels"/>, exactly.</param>
    /// <exception cref="ArgumentException">The level is not one of <see cref="Levels"/>.</exception>
    public ReadOnlySpan<double> At(double level)
    {
        for (int q = 0; q < Levels.Count; q++)
        {
            if (Levels[q] == level)
                return Values.Column(q);
        }

        throw new ArgumentException(FormattableString.Invariant($"The quantile {level} was not predicted. Name it in the PredictionNeeds of the metric."), nameof(level));
    }

    /// <summary>The rows at the given indices.</summary>
    internal QuantilePredictions TakeRows(ReadOnlySpan<int> rows) => new(Levels, Values.TakeRows(rows));

    internal static void RequireLevel(double level)
    {
        if (!(level is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, FormattableString.Invariant($"The level of a quantile must be from 0 to 1, but is {level}. For percents, divide by 100."));
    }
}
