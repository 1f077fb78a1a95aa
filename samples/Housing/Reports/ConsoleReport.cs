using System.Globalization;
using Spectre.Console;

namespace Housing;

/// <summary>Shows a run to a person.</summary>
internal static class ConsoleReport
{
    public static void Show(SearchPlan plan)
    {
        AnsiConsole.MarkupLine("[bold]Plan[/]");
        AnsiConsole.WriteLine(plan.ToString());
    }

    /// <summary>Runs a search behind a progress bar, which shows little where the output is no terminal.</summary>
    public static IProgress<SearchProgress> Progress(ProgressContext context) => new Listener(context.AddTask("Searching"));

    public static Progress Bar() => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());

    public static void Show(Outcome outcome)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine("[bold]Candidates[/]");
        AnsiConsole.WriteLine(outcome.Result.ToString());
        AnsiConsole.WriteLine($"Search {Seconds(outcome.Result.Duration)} s, refit on all training districts {Seconds(outcome.Result.RefitTime)} s");
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Test RMSE {outcome.TestRmse:F0}; with {outcome.Interval.Confidence:P0} confidence between {outcome.Interval.Low:F0} and {outcome.Interval.High:F0}"));
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);

    private sealed class Listener(ProgressTask task) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value)
        {
            task.MaxValue = value.TotalFits;
            task.Value = value.FinishedFits;
            task.Description = value.BestScore is { } best
                ? string.Create(CultureInfo.InvariantCulture, $"{value.FinishedTrials} of {value.TotalTrials} candidates, best RMSE {best:F0}")
                : "Searching";
        }
    }
}
