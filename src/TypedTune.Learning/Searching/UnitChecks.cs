namespace TypedTune.Learning;

/// <summary>Refuses units that a search does not have, and scores that are not its own.</summary>
internal static class UnitChecks
{
    // So that the times of many units can be added.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(10_000);

    /// <summary>Refuses a unit whose fold or candidate can not be.</summary>
    public static void Require(SearchUnit unit, int folds)
    {
        if (unit.Candidate < 0)
            throw new ArgumentOutOfRangeException(nameof(unit), unit, $"Candidates are numbered from 0, but a unit is of candidate {unit.Candidate}.");
        if ((uint)unit.Fold >= (uint)folds)
            throw new ArgumentOutOfRangeException(nameof(unit), unit, $"The search has {folds} folds, from 0, but a unit is of fold {unit.Fold}.");
    }

    /// <summary>Refuses scores of another search, or other numbers than a search has for a unit.</summary>
    /// <param name="search">The search that joins them.</param>
    /// <param name="identity">What its scores depend on.</param>
    /// <param name="folds">How many folds it has.</param>
    /// <param name="scores">The scores of a unit.</param>
    public static void Require<TSelf>(Search<TSelf> search, Fingerprint identity, int folds, UnitScores scores)
    {
        if (scores is null)
            throw new ArgumentException("The scores of a unit are null.", nameof(scores));
        Require(scores.Unit, folds);
        string name = $"The scores of candidate {scores.Unit.Candidate} on fold {scores.Unit.Fold}";
        if (scores.Search != identity)
            throw new ArgumentException($"{name} are of another search: its rows, fixed hyperparameters, evaluation, metrics, sampler, pruner or seed were others. Join units with the search and the rows that they were made of.", nameof(scores));
        if (scores.FitTime < TimeSpan.Zero || scores.ScoreTime < TimeSpan.Zero || scores.FitTime > s_longest || scores.ScoreTime > s_longest)
            throw new ArgumentException($"{name} took {scores.FitTime} to fit and {scores.ScoreTime} to score, but times must be at least 0 and at most {s_longest}.", nameof(scores));
        if (scores.Error is not null)
            return;
        int metrics = search.AllMetrics.Count;
        Require(scores.Validation, metrics, $"{name} on the rows held back");
        if (search.TrainingScores)
            Require(scores.Training ?? [], metrics, $"{name} on the training rows");
        else if (scores.Training is not null)
            throw new ArgumentException($"{name} have those of training rows, which the search does not compute. Leave Training null.", nameof(scores));
    }

    private static void Require(IReadOnlyList<double> scores, int metrics, string name)
    {
        if (scores is null || scores.Count != metrics || !scores.All(double.IsFinite))
            throw new ArgumentException($"{name} must be {metrics} finite numbers, one a metric, but are {(scores is null ? "null" : $"[{Excerpt.FromList(scores)}]")}.", nameof(scores));
    }
}
