namespace TypedTune.Digests;

/// <summary>Every kind of result of the library: estimators, steps, metrics, searches, draws.</summary>
internal static class Results
{
    /// <summary>The name of each result and its numbers.</summary>
    public static IEnumerable<(string Name, double[] Numbers)> All() =>
        [.. Regressions(), .. Classifications(), .. Explanations(), .. Steps.All(), .. Scores.All(), .. Draws.All(), .. Searches.All()];

    private static IEnumerable<(string Name, double[] Numbers)> Regressions()
    {
        var (features, target, weights) = (Rows.Features(), Rows.Target(), Rows.Weights());
        RandomForestRegressor forest = new() { Trees = 6, Seed = 4 };
        foreach (var criterion in Enum.GetValues<RegressionCriterion>())
            yield return ($"forest.{criterion}", (forest with { Criterion = criterion, MaxDepth = 8 }).Fit(features, target).Predict(features));
        foreach (var bins in Enum.GetValues<SplitBins>())
            yield return ($"forest.bins.{bins}", (forest with { Bins = bins }).Fit(features, target).Predict(features));
        yield return ("forest.four-features", (forest with { MaxFeatures = 4 }).Fit(features, target).Predict(features));
        yield return ("forest.leaves-of-five", (forest with { MinRowsInLeaf = 5 }).Fit(features, target).Predict(features));
        yield return ("forest.leaf-weights", (forest with { MinLeafWeightFraction = 0.01 }).Fit(features, target, weights).Predict(features));
        yield return ("forest.best-leaves", (forest with { MaxLeaves = 30 }).Fit(features, target).Predict(features));
        yield return ("forest.pruned", (forest with { PruningStrength = 1e-3 }).Fit(features, target).Predict(features));
        yield return ("forest.random-cuts", (forest with { SplitRule = SplitRule.Random }).Fit(features, target).Predict(features));
        yield return ("forest.random-cuts-of-leaves", (forest with { SplitRule = SplitRule.Random, MinRowsInLeaf = 3 }).Fit(features, target, weights).Predict(features));
        yield return ("forest.weights", forest.Fit(features, target, weights).Predict(features));
        yield return ("forest.monotone", (forest with { MonotoneConstraints = MonotoneConstraints.None.Increasing("x0") }).Fit(features, target).Predict(features));
        yield return ("forest.tolerance", (forest with { ValueTolerance = 1e-3 }).Fit(features, target).Predict(features));
        yield return ("forest.missing-values", (forest with { MaxDepth = 6 }).Fit(Rows.WithGaps(), Rows.Target(400)).Predict(Rows.WithGaps()));
        yield return ("forest.many-columns", (forest with { MaxFeatures = 7 }).Fit(Rows.Features(300, 70), Rows.Target(300)).Predict(Rows.Features(300, 70)));
        yield return ("forest.out-of-bag", forest.FitOutOfBag(features, target).OutOfBag.Predictions);
        yield return ("forest.large-targets", forest.Fit(features, Array.ConvertAll(target, value => value * 1e200)).Predict(features));
        yield return ("tree", new DecisionTreeRegressor().Fit(features, target).Predict(Rows.Features(300, seed: 9)));
        yield return ("quantiles", new QuantileForestRegressor { Trees = 6 }.Fit(features, target, weights).PredictQuantiles(features, [0.1, 0.5, 0.9]).AsColumnMajor().ToArray());
        foreach (var neighborWeights in Enum.GetValues<NeighborWeights>())
            yield return ($"neighbors.{neighborWeights}", new KNeighborsRegressor { Weights = neighborWeights }.Fit(features, target).Predict(Rows.Features(300, seed: 9)));
        yield return ("ridge", new Ridge { Alpha = 0.3 }.Fit(features, target).Predict(features));
        yield return ("ridge.no-intercept", new Ridge { FitIntercept = false }.Fit(features, target).Predict(features));
    }

    private static IEnumerable<(string Name, double[] Numbers)> Classifications()
    {
        var (features, weights) = (Rows.Features(), Rows.Weights());
        foreach (int classes in (int[])[2, 3, 7])
        {
            var labels = Rows.Labels(classes);
            foreach (var criterion in Enum.GetValues<ClassificationCriterion>())
            {
                RandomForestClassifier forest = new() { Trees = 6, Criterion = criterion, Seed = 4 };
                foreach (var (name, configuration) in ((string, RandomForestClassifier)[])
                [
                    ("plain", forest),
                    ("leaves", forest with { MinRowsInLeaf = 4, MaxFeatures = MaxFeatures.All }),
                    ("random-cuts", forest with { SplitRule = SplitRule.Random }),
                    ("balanced", forest with { ClassWeights = ClassWeights.Balanced }),
                    ("balanced-per-tree", forest with { ClassWeights = ClassWeights.BalancedPerTree, PruningStrength = 1e-3 }),
                    ("exact", forest with { Bins = SplitBins.Exact, MaxDepth = 6 }),
                    ("per-node", forest with { Bins = SplitBins.PerNode, MaxLeaves = 20 }),
                ])
                    yield return ($"classes.{classes}.{criterion}.{name}", configuration.Fit(features, labels).PredictProbabilities(features).AsColumnMajor().ToArray());
                yield return ($"classes.{classes}.{criterion}.weights", forest.Fit(features, labels, weights).PredictProbabilities(features).AsColumnMajor().ToArray());
                yield return ($"classes.{classes}.{criterion}.missing-values", forest.Fit(Rows.WithGaps(), Rows.Labels(classes, 400)).PredictProbabilities(Rows.WithGaps()).AsColumnMajor().ToArray());
            }

            yield return ($"classes.{classes}.neighbors", new KNeighborsClassifier { Weights = NeighborWeights.Distance }.Fit(features, labels).PredictProbabilities(features).AsColumnMajor().ToArray());
        }
    }

    private static IEnumerable<(string Name, double[] Numbers)> Explanations()
    {
        var (features, target) = (Rows.Features(), Rows.Target());
        var forest = new RandomForestRegressor { Trees = 4, MaxDepth = 6 }.Fit(features, target);
        var classes = new RandomForestClassifier { Trees = 4, MaxDepth = 5 }.Fit(features, Rows.Labels(3));
        yield return ("importances", [.. forest.FeatureImportances.Select(importance => importance.Importance)]);
        yield return ("importances.out-of-bag", [.. forest.OutOfBagImportances(features, target).Select(importance => importance.Importance)]);
        foreach (var method in Enum.GetValues<ContributionMethod>())
        {
            yield return ($"contributions.{method}", forest.Contributions(Rows.Features(60, seed: 9), method).Values.AsColumnMajor().ToArray());
            yield return ($"contributions.classes.{method}", [.. classes.Contributions(Rows.Features(60, seed: 9), method).SelectMany(contributions => contributions.Values.AsColumnMajor().ToArray())]);
        }
    }
}
