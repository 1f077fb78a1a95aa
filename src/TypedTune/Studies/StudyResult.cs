using System.Globalization;

namespace TypedTune;

/// <summary>What a study found. Immutable.</summary>
/// <typeparam name="T">The configuration.</typeparam>
public sealed class StudyResult<T> : TrialHistory<Trial<T>, T>
{
    private readonly IReadOnlyList<SpaceParameter<T>> _parameters;

    internal StudyResult(IReadOnlyList<Trial<T>> trials, IReadOnlyList<SpaceParameter<T>> parameters, Direction direction, StopReason stopReason, TimeSpan duration)
        : base(trials, direction, stopReason, duration)
    {
        _parameters = parameters;
    }

    /// <summary>The trials as text, the best first: rank, score and the hyperparameters that the space varies.</summary>
    public TrialTable ToTable()
    {
        string[] headers = ["rank", "score", .. TrialTable.ShortNames([.. _parameters.Select(parameter => parameter.Path)])];
        var rows = Ranked.Select(trial => (IReadOnlyList<string>)
        [
            trial.Rank?.ToString(CultureInfo.InvariantCulture) ?? "failed",
            trial.Score?.ToString("G6", CultureInfo.InvariantCulture) ?? trial.Error!.Message,
            .. _parameters.Select(parameter => parameter.Format(trial.Configuration) ?? ""),
        ]);
        return new TrialTable(headers, [.. rows]);
    }
}
