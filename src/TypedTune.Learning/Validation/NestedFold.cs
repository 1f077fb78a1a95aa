namespace TypedTune.Learning;

/// <summary>One outer fold of a nested cross-validation: a whole search on its training rows. Immutable.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class NestedFold<TEstimator, TFitted>
{
    internal NestedFold(int number, SearchResult<TEstimator, TFitted> result, double score)
    {
        Number = number;
        Result = result;
        Score = score;
    }

    /// <summary>The outer fold, from 0.</summary>
    public int Number { get; }

    /// <summary>The result of the search on the fold's training rows: its trials, and the chosen candidate fitted on all of those rows.</summary>
    public SearchResult<TEstimator, TFitted> Result { get; }

    /// <summary>The configuration that the search chose.</summary>
    public TEstimator Configuration => Result.Selected.Configuration;

    /// <summary>The chosen trial's score in the search, by <see cref="Search{TEstimator}.Scoring"/>: too good, as it is the best of many.</summary>
    public double InnerScore => Result.Selected.Score!.Value;

    /// <summary>The score on the rows that the search has not seen, by <see cref="Search{TEstimator}.Scoring"/>.</summary>
    public double Score { get; }
}
