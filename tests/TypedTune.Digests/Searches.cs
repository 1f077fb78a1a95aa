namespace TypedTune.Digests;

/// <summary>What searches and validations find.</summary>
internal static class Searches
{
    /// <summary>The name of each result and its numbers.</summary>
    public static IEnumerable<(string Name, double[] Numbers)> All()
    {
        var data = new Dataset(Rows.Features(300), Rows.Target(300));
        var forests = RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Trees = 4 });
        var grid = new GridSearch<RandomForestRegressor>((forests.MaxDepth.In(2, 5) * forests.Trees.In(2, 4)) + forests.PruningStrength.In(1e-3, 1e-2))
        {
            Evaluation = new KFold(3) { Shuffle = true },
            Scoring = Metric.RootMeanSquaredError,
            Metrics = [Metric.RSquared],
        };
        yield return ("search.grid", [.. grid.Fit(data).Trials.SelectMany(trial => trial.Scores.SelectMany(score => score.Validation.Values))]);
        var classes = new Dataset(Rows.Features(300), Targets.Of(Rows.Labels(3, 300)));
        var random = new RandomizedSearch<RandomForestClassifier>(RandomForestClassifier.SpaceFrom(new RandomForestClassifier { Trees = 3, Criterion = ClassificationCriterion.Entropy }).MinImpurityDecrease.LogUniform(1e-6, 1e-2))
        {
            Iterations = 6,
            Evaluation = new StratifiedKFold(3) { Shuffle = true },
            Scoring = Metric.Accuracy,
        };
        yield return ("search.random", [.. random.Fit(classes).Trials.SelectMany(trial => trial.FoldScores.Append(trial.Configuration.MinImpurityDecrease))]);
    }
}
