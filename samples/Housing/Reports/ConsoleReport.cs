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

    /// <summary>Runs a search behind a progress bar, which shows nothing where the output is no terminal.</summary>
    public static SearchResult<HousingModel, HousingModel.Fitted> WithProgress(
        Func<IProgress<SearchProgress>, SearchResult<HousingModel, HousingModel.Fitted>> search) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("Searching");
                return search(new Listener(task));
            });

    public static void Show(SearchResult<HousingModel, HousingModel.Fitted> result)
    {
        AnsiConsole.MarkupLine("[bold]Candidates[/]");
        AnsiConsole.WriteLine(result.ToString());
        AnsiConsole.WriteLine($"Search {Seconds(result.Duration)} s, refit on all training districts {Seconds(result.RefitTime)} s");
        AnsiConsole.WriteLine();
    }

    public static void Show(Analysis analysis)
    {
        AnsiConsole.MarkupLine("[bold]Importances[/]");
        foreach (var (name, importance) in analysis.Importances)
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{importance,6:F3}  {name}"));
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Test RMSE {analysis.TestRmse:F0}; with {analysis.Interval.Confidence:P0} confidence between {analysis.Interval.Low:F0} and {analysis.Interval.High:F0}"));
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
