namespace TypedTune.Learning;

/// <summary>Whether the scores of an earlier run are those that a search would compute itself.</summary>
internal static class Earlier
{
    /// <summary>Refuses a run that scored otherwise.</summary>
    /// <exception cref="ArgumentException">It did; the message says in what.</exception>
    public static void RequireSame<TSelf>(Search<TSelf> search, SearchHistory<TSelf> earlier, int rows)
    {
        Require("number of rows", $"{rows}", $"{earlier.RowCount}");
        Require("evaluation", search.Evaluation.ToString(), earlier.Evaluation);
        Require("list of metrics", string.Join(", ", search.AllMetrics.Select(metric => metric.Name)), string.Join(", ", earlier.Metrics));
        if (search.TrainingScores && earlier.Trials.Any(trial => trial.Succeeded && trial.Scores[0].Training is null))
            throw new ArgumentException($"The search cannot go on from the earlier run, which has no scores of training rows. Leave {nameof(search.TrainingScores)} out, or run it anew.", nameof(earlier));
    }

    private static void Require(string what, string? now, string? then)
    {
        if (now != then)
            throw new ArgumentException($"The search cannot go on from the earlier run: its {what} was {then}, and is {now} now. Run it anew.", "earlier");
    }
}
