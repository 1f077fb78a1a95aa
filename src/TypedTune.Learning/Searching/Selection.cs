using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Chooses the trial whose configuration is fitted again on all rows.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
/// <param name="trials">Every trial that succeeded, at least one, the best first, equal ones in the order of their proposal.</param>
/// <returns>One of them.</returns>
public delegate SearchTrial<TEstimator> Selection<TEstimator>(IReadOnlyList<SearchTrial<TEstimator>> trials);

/// <summary>The ways to choose that are asked for most. Any function over the typed trials will do as well.</summary>
public static class Selection
{
    /// <summary>The best mean score; of equal ones the first candidate.</summary>
    /// <typeparam name="TEstimator">The configuration.</typeparam>
    public static Selection<TEstimator> Best<TEstimator>() => trials => trials[0];

    /// <summary>
    /// The least cost among the trials whose mean is within one standard error of the best one's (Breiman, Friedman, Olshen and Stone,
    /// Classification and Regression Trees, 1984, section 3.4.3). With a single score a candidate there is no error, and the best is taken.
    /// </summary>
    /// <typeparam name="TEstimator">The configuration.</typeparam>
    /// <param name="cost">The cost that is to be small, such as <c>trial => trial.Configuration.RandomForest.Trees</c>; of equal ones the better score wins.</param>
    public static Selection<TEstimator> OneStandardError<TEstimator>(Func<SearchTrial<TEstimator>, double> cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return trials => Cheapest(trials, trials[0].StandardError ?? 0, cost);
    }

    /// <summary>The least cost among the trials whose mean is worse than the best one's by at most a share of it.</summary>
    /// <typeparam name="TEstimator">The configuration.</typeparam>
    /// <param name="tolerance">The share, at least 0: 0.01 is one per cent of the best score's size.</param>
    /// <param name="cost">The cost that is to be small, such as <c>trial => trial.FitTime.TotalSeconds</c>; of equal ones the better score wins. A time differs from run to run, a hyperparameter does not.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative or not finite.</exception>
    public static Selection<TEstimator> WithinTolerance<TEstimator>(double tolerance, Func<SearchTrial<TEstimator>, double> cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        if (!(tolerance >= 0 && double.IsFinite(tolerance)))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, $"tolerance must be finite and at least 0, but is {tolerance.ToString(CultureInfo.InvariantCulture)}.");
        return trials => Cheapest(trials, tolerance * Math.Abs(trials[0].Score!.Value), cost);
    }

    private static SearchTrial<TEstimator> Cheapest<TEstimator>(IReadOnlyList<SearchTrial<TEstimator>> trials, double distance, Func<SearchTrial<TEstimator>, double> cost) =>
        trials.Where(trial => Math.Abs(trial.Score!.Value - trials[0].Score!.Value) <= distance).MinBy(cost)!;
}
