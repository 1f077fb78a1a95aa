using System.Globalization;

namespace TypedTune.Contracts;

/// <summary>Events as texts that tell every bit, for comparing histories.</summary>
internal static class EventTexts
{
    /// <summary>The text of an event.</summary>
    public static string From(StudyEvent happened) => happened switch
    {
        ProposedEvent proposed => $"{proposed.Index} proposed {proposed.Configuration}",
        ReportedEvent reported => $"{reported.Index} reported {reported.Report.Step} {Bits(reported.Report.Value)}",
        EndedEvent ended => $"{ended.Index} {ended.State} {(ended.Score is { } score ? Bits(score) : "no score")} [{string.Join(' ', ended.Details.Select(Bits))}] {(ended.Error is { } error ? $"error {error}" : "no error")} {ended.Duration.Ticks}",
        _ => throw new ArgumentException($"What is a {happened.GetType()}? Say here how two of them are told apart.", nameof(happened)),
    };

    private static string Bits(double number) => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);
}
