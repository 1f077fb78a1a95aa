using System.Globalization;

namespace TypedTune;

/// <summary>What a study found. Immutable.</summary>
/// <typeparam name="T">The configuration.</typeparam>
public sealed class StudyResult<T> : TrialHistory<Trial<T>, T>
{
    private readonly IReadOnlyList<SpaceParameter<T>> _parameters;

    internal StudyResult(IReadOnlyList<Trial<T>> trials, Space<T> space, Direction direction, StopReason stopReason, TimeSpan duration)
        : base(Array.AsReadOnly(trials.ToArray()), direction, stopReason, duration)
    {
        _parameters = space.Parameters;
    }

    /// <summary>The exception of the space, the sampler or the evaluator that ended the study, where <see cref="TrialHistory{TTrial, T}.StopReason"/> is <see cref="StopReason.Error"/>; null otherwise.</summary>
    public Exception? Error { get; internal init; }

    /// <summary>The observers and progress listeners that threw.</summary>
    public IReadOnlyList<ObserverError> ObserverErrors { get; internal init; } = [];

    /// <summary>The table of <see cref="ToTable"/>.</summary>
    public override string ToString() => ToTable().ToString();

    /// <summary>The trials as text, the best first: rank, score and the hyperparameters that the space varies.</summary>
    public TextTable ToTable()
    {
        string[] headers = ["rank", "score", .. SpaceParameter<T>.ShortNames(_parameters)];
        var rows = Ranked.Select(trial => (IReadOnlyList<string>)
        [
            trial.Rank?.ToString(CultureInfo.InvariantCulture) ?? (trial.State == TrialState.Pruned ? "pruned" : "failed"),
            trial.Score?.ToString("G6", CultureInfo.InvariantCulture) ?? trial.ErrorMessage ?? "",
            .. _parameters.Select(parameter => parameter.Format(trial.Configuration) ?? ""),
        ]);
        return new TextTable(headers, [.. rows]);
    }
}
