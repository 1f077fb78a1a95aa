using System.Globalization;
using Spectre.Console;

namespace LongSearch;

/// <summary>Shows a search while it runs: a bar of its fits, and in words how far it is. Where the output is no terminal it shows little.</summary>
internal sealed class LiveProgress(ProgressTask task) : IProgress<SearchProgress>
{
    public static T Show<T>(Func<IProgress<SearchProgress>, T> run) => AnsiConsole.Progress()
        .Columns(new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context => run(new LiveProgress(context.AddTask("Planning"))));

    public void Report(SearchProgress value)
    {
        task.MaxValue = value.TotalFits;
        task.Value = value.FinishedFits;
        task.Description = Markup.Escape(Describe(value));
    }

    private static string Describe(SearchProgress value)
    {
        string best = value.BestScore is { } score ? $", best {score.ToString("G5", CultureInfo.InvariantCulture)}" : "";
        string failed = value.FailedTrials > 0 ? $", {value.FailedTrials} failed" : "";
        string left = value.Remaining is { } remaining ? string.Create(CultureInfo.InvariantCulture, $", {remaining.TotalSeconds:F0} s left") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{value.FinishedTrials} of {value.TotalTrials} candidates{failed}{best}; {value.FitsPerSecond:F0} fits/s, {value.SharedFits} saved{left}");
    }
}
