using System.Globalization;

namespace TypedTune.Learning;

/// <summary>What a search found: its trials in the user's own type, and the winner fitted on all rows. Immutable.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class SearchResult<TEstimator, TFitted> : TrialHistory<SearchTrial<TEstimator>, TEstimator>
{
    private readonly IReadOnlyList<SpaceParameter<TEstimator>> _parameters;
    private readonly Func<TFitted> _model;
    private readonly string _metric;

    internal SearchResult(
        IReadOnlyList<SearchTrial<TEstimator>> trials,
        Search<TEstimator> search,
        SearchPlan plan,
        StopReason stopReason,
        TimeSpan duration,
        Func<SearchTrial<TEstimator>, Refit> refit)
        : base(trials, search.Scoring.Direction, stopReason, duration)
    {
        _parameters = search.Space.Parameters;
        _metric = search.Scoring.Name;
        Plan = plan;
        (_model, RefitTime) = Trials.Any(trial => trial.Succeeded) ? refit(Best) : new Refit(() => throw NoBest(), TimeSpan.Zero);
    }

    /// <summary>What was to be fitted.</summary>
    public SearchPlan Plan { get; }

    /// <summary>The best candidate, fitted on all rows.</summary>
    /// <exception cref="InvalidOperationException">There is none: no trial succeeded, the search was cancelled or told not to refit, or the refit failed; the message says which.</exception>
    public TFitted Model => _model();

    /// <summary>How long the refit took; zero after <see cref="OutOfBag"/>, which needs none.</summary>
    public TimeSpan RefitTime { get; }

    /// <summary>The trials for people, the best first: rank, mean and standard deviation of the score, the hyperparameters that the space varies, and the seconds spent on fits.</summary>
    public TrialTable ToTable() => Table(isFull: false);

    /// <summary>Writes the trials, the best first, as comma-separated values with a header line: all that <see cref="ToTable"/> has in full precision, and the score of each fold.</summary>
    /// <param name="writer">Where to; left open.</param>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TrialTableCsv.Write(Table(isFull: true), writer);
    }

    /// <summary>The trials for people: <see cref="ToTable"/> as text.</summary>
    public override string ToString() => ToTable().ToString();

    private TrialTable Table(bool isFull)
    {
        string format = isFull ? "R" : "G6";
        int folds = isFull && Trials.Count > 0 ? Trials.Max(trial => trial.FoldScores.Count) : 0;
        bool hasErrors = isFull || Trials.Any(trial => !trial.Succeeded);
        var paths = _parameters.Select(parameter => parameter.Path).ToArray();
        string[] headers =
        [
            "rank",
            $"mean {_metric}",
            "std",
            .. isFull ? paths : TrialTable.ShortNames(paths),
            .. Enumerable.Range(0, folds).Select(fold => $"fold {fold}"),
            "fit s",
            .. hasErrors ? ["error"] : Array.Empty<string>(),
        ];
        var rows = Ranked.Select(trial => (IReadOnlyList<string>)
        [
            trial.Rank?.ToString(CultureInfo.InvariantCulture) ?? "",
            Text(trial.Score, format),
            Text(trial.StandardDeviation, isFull ? "R" : "G4"),
            .. _parameters.Select(parameter => parameter.Format(trial.Configuration) ?? ""),
            .. Enumerable.Range(0, folds).Select(fold => fold < trial.FoldScores.Count ? Text(trial.FoldScores[fold], "R") : ""),
            Text(trial.FitTime.TotalSeconds, "F3"),
            .. hasErrors ? [trial.Error?.Message ?? ""] : Array.Empty<string>(),
        ]);
        return new TrialTable(headers, [.. rows]);
    }

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The winner fitted again: the model, or the reason why there is none.</summary>
    internal readonly record struct Refit(Func<TFitted> Model, TimeSpan Time);
}
