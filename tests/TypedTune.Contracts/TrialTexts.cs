using System.Globalization;

namespace TypedTune.Contracts;

/// <summary>Trials as texts that tell every bit, for comparing studies.</summary>
internal static class TrialTexts
{
    /// <summary>A text for each trial: all but how long it took.</summary>
    /// <param name="result">A study's result.</param>
    public static string[] From<T>(StudyResult<T> result) => [.. result.Trials.Select(trial => string.Join(
        " | ",
        trial.Index,
        trial.State,
        trial.Configuration,
        trial.Score?.ToString("R", CultureInfo.InvariantCulture),
        trial.Rank,
        trial.Occurrences,
        trial.ErrorMessage,
        string.Join(", ", trial.Reports.Select(report => string.Create(CultureInfo.InvariantCulture, $"{report.Step}: {report.Value:R}"))),
        string.Join(", ", trial.Details.Select(detail => detail.ToString("R", CultureInfo.InvariantCulture)))))];
}
