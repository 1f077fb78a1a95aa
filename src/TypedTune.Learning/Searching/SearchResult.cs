namespace TypedTune.Learning;

/// <summary>The result of a search: its trials in the user's own type, and the selected candidate fitted on all rows. Immutable.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class SearchResult<TEstimator, TFitted> : SearchHistory<TEstimator>
{
    private readonly Func<TFitted> _model;
    private readonly Func<SearchTrial<TEstimator>> _selected;

    internal SearchResult(
        IReadOnlyList<SearchTrial<TEstimator>> trials,
        Search<TEstimator> search,
        SearchFacts facts,
        SearchPlan plan,
        Func<SearchTrial<TEstimator>, Refit<TFitted>> refit)
        : base(trials, search, facts)
    {
        Plan = plan;
        if (!Trials.Any(trial => trial.Succeeded))
        {
            _selected = () => throw NoBest();
            _model = () => throw NoBest();
            return;
        }

        var selected = Select(search.Selection, out var failure);
        _selected = () => selected ?? throw failure!;
        (_model, RefitTime) = selected is null ? new(() => throw failure!, TimeSpan.Zero) : refit(selected);
    }

    /// <summary>The plan of the fits, without those of an earlier run's trials.</summary>
    public SearchPlan Plan { get; }

    /// <summary>The trial that <see cref="Search{TEstimator}.Selection"/> chose; <see cref="TrialHistory{TTrial, T}.Best"/> unless told otherwise.</summary>
    /// <exception cref="InvalidOperationException">No trial succeeded, or the selection failed; the message says why.</exception>
    public SearchTrial<TEstimator> Selected => _selected();

    /// <summary>The selected candidate, fitted on all rows.</summary>
    /// <exception cref="InvalidOperationException">There is no model: no trial succeeded, the search was cancelled or told not to refit, or the refit failed; the message says which.</exception>
    public TFitted Model => _model();

    /// <summary>How long the refit took; zero after <see cref="OutOfBag"/>, which needs none.</summary>
    public TimeSpan RefitTime { get; }

    // The trials are worth more than the choice: they are returned, and the model says what became of it.
    private SearchTrial<TEstimator>? Select(Selection<TEstimator> selection, out InvalidOperationException? failure)
    {
        SearchTrial<TEstimator>[] ranked = [.. Ranked.Where(trial => trial.Succeeded)];
        failure = null;
        try
        {
            var chosen = selection(ranked);
            if (ranked.Contains(chosen))
                return chosen;
            failure = new InvalidOperationException("The selection chose none of the trials that it was given. Return one of them.");
        }
        catch (Exception exception)
        {
            failure = new InvalidOperationException($"The selection failed: {ExceptionMessage.From(exception)}", exception);
        }

        return null;
    }
}
