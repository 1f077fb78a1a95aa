namespace TypedTune.Learning.Tests.Forests;

public sealed class RandomForestClassifierTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    public static TheoryData<ClassificationCriterion> Criteria => [.. Enum.GetValues<ClassificationCriterion>()];

    [Theory]
    [MemberData(nameof(Criteria))]
    public void Threads_DoNotChangeTheModel(ClassificationCriterion criterion)
    {
        var (features, _) = Samples.Draw(1, 900, 9);
        var target = Samples.Labels(features, 5);
        var configuration = new RandomForestClassifier { Trees = 12, Criterion = criterion, Seed = 5 };

        var models = new List<(TreeNode[] Nodes, double[] Shares, double[] Probabilities)>();
        foreach (int threads in (int[])[1, 2, 8])
        {
            using var scheduler = new WorkScheduler(threads);
            var context = new FitContext(scheduler, TestContext.Current.CancellationToken);
            var forest = configuration.Fit(features, target, context);
            models.Add(([.. forest.Trees.SelectMany(tree => tree.Nodes)], [.. forest.Trees.SelectMany(tree => tree.Distributions)], forest.PredictProbabilities(features, context).AsColumnMajor().ToArray()));
        }

        Assert.All(models, model => Assert.Equal(models[0].Nodes, model.Nodes));
        Assert.All(models, model => Assert.Equal(models[0].Shares, model.Shares));
        Assert.All(models, model => Assert.Equal(models[0].Probabilities, model.Probabilities));
    }

    [Theory]
    [MemberData(nameof(Criteria))]
    public void FullTrees_PredictTheirOwnRows(ClassificationCriterion criterion)
    {
        var (features, _) = Samples.Draw(2, 500, 4);
        var target = Samples.Labels(features, 4);

        var forest = new RandomForestClassifier { Trees = 3, Sampling = new EveryRow(), Criterion = criterion }.Fit(features, target, Context);

        Assert.Equal(target.Codes, forest.Predict(features, Context).Codes);
        Assert.All(forest.Trees, tree => Assert.Empty(tree.Distributions));
    }

    [Theory]
    [MemberData(nameof(Criteria))]
    public void Forest_PredictsRowsItHasNotSeen(ClassificationCriterion criterion)
    {
        var (features, _) = Samples.Draw(3, 2000, 6);
        var target = Samples.Labels(features, 3);
        int[] train = [.. Enumerable.Range(0, 1500)], test = [.. Enumerable.Range(1500, 500)];

        var forest = new RandomForestClassifier { Trees = 50, Criterion = criterion }.Fit(features.TakeRows(train), target.TakeRows(train), Context);

        // A fifth of the labels are drawn at random, a third of those by chance right.
        Assert.InRange(Metric.Accuracy.Score(target.TakeRows(test), forest.Predict(features.TakeRows(test), Context)), 0.75, 0.90);
    }

    [Fact]
    public void Probabilities_AreNamedAfterLabelsAndAddUpToOne()
    {
        var (features, _) = Samples.Draw(4, 300, 4);
        var target = Samples.Labels(features, 3);

        var probabilities = new RandomForestClassifier { Trees = 20, MaxDepth = 3 }.Fit(features, target, Context).PredictProbabilities(features, Context);

        Assert.Equal(["class 0", "class 1", "class 2"], probabilities.Names);
        for (int row = 0; row < probabilities.RowCount; row++)
            Assert.Equal(1, probabilities[row, 0] + probabilities[row, 1] + probabilities[row, 2], 12);
    }

    [Fact]
    public void FirstTreesOfABiggerForest_AreTheSmallerForest()
    {
        var (features, _) = Samples.Draw(5, 400, 5);
        var target = Samples.Labels(features, 6);

        var few = new RandomForestClassifier { Trees = 5 }.Fit(features, target, Context);
        var many = new RandomForestClassifier { Trees = 9 }.Fit(features, target, Context);

        Assert.Equal(few.Trees.SelectMany(tree => tree.Nodes), many.Trees.Take(5).SelectMany(tree => tree.Nodes));
    }

    [Fact]
    public void Weights_CountLikeRepeatedRows()
    {
        var (features, _) = Samples.Draw(6, 60, 3);
        var target = Samples.Labels(features, 3);
        var weights = Enumerable.Range(0, 60).Select(row => (double)(row % 4)).ToArray();
        int[] repeated = [.. Enumerable.Range(0, 60).SelectMany(row => Enumerable.Repeat(row, row % 4))];
        var tree = new DecisionTreeClassifier { MaxDepth = 4 };

        var weighted = tree.Fit(features, target, weights, Context).PredictProbabilities(features, Context);
        var copied = tree.Fit(features.TakeRows(repeated), target.TakeRows(repeated), Context).PredictProbabilities(features, Context);

        Assert.Equal(copied.AsColumnMajor().ToArray(), weighted.AsColumnMajor().ToArray());
    }

    [Fact]
    public void RowsOfWeightZero_AreNotLearnedFrom()
    {
        var (features, _) = Samples.Draw(7, 200, 3);
        var target = Samples.Labels(features, 4);
        var weights = target.Codes.ToArray().Select(code => code == 2 ? 0.0 : 0.3).ToArray();

        var forest = new RandomForestClassifier { Trees = 10 }.Fit(features, target, weights, Context);

        Assert.All(forest.PredictProbabilities(features, Context).Column(2).ToArray(), probability => Assert.Equal(0, probability));
    }

    [Fact]
    public void DrawWithoutAnyWeight_LearnsFromTheRowsThatHaveOne()
    {
        var forest = new RandomForestClassifier { Trees = 30 }.Fit(Samples.OneColumn(1, 2, 3), Categories.From(["a", "b", "c"]), [0, 0, 1], Context);

        Assert.Equal([1.0, 1.0], forest.PredictProbabilities(Samples.OneColumn(1, 3), Context).Column(2).ToArray());
    }

    [Fact]
    public void BalancedClasses_FindTheRareOne()
    {
        var (features, _) = Samples.Draw(8, 1000, 3);
        var target = Categories.From(Enumerable.Range(0, 1000).Select(row => features[row, 0] > 1.8 ? "rare" : "usual"));
        var configuration = new RandomForestClassifier { Trees = 20, MaxDepth = 1, MaxFeatures = 1 };
        int Rare(ClassWeights weights) => (configuration with { ClassWeights = weights }).Fit(features, target, Context).Predict(features, Context).Codes.ToArray().Count(code => code == 0);

        Assert.Equal(0, Rare(ClassWeights.Equal));
        Assert.True(Rare(ClassWeights.Balanced) > 30);
        Assert.True(Rare(ClassWeights.BalancedPerTree) > 30);
        Assert.True(Rare(ClassWeights.Of(("rare", 30))) > 30);
    }

    [Fact]
    public void OneClass_IsPredictedForAll()
    {
        var (features, _) = Samples.Draw(9, 20, 2);

        var forest = new RandomForestClassifier { Trees = 4 }.Fit(features, Categories.From(Enumerable.Repeat("only", 20)), Context);

        Assert.All(forest.Trees, tree => Assert.Single(tree.Nodes));
        Assert.All(Enumerable.Range(0, 20), row => Assert.Equal("only", forest.Predict(features, Context)[row]));
    }

    [Fact]
    public void Importances_AddUpToOneAndFavourTheInformativeColumn()
    {
        var (features, _) = Samples.Draw(10, 600, 6);

        var importances = new RandomForestClassifier { Trees = 20 }.Fit(features, Samples.Labels(features, 4), Context).FeatureImportances;

        Assert.Equal(1, importances.Sum(item => item.Importance), 12);
        Assert.Equal("x0", importances.Descending()[0].Name);
    }
}
