namespace TypedTune.Learning.Tests.Forests;

/// <summary>Where rows go that miss a value, or have a category that a node never saw.</summary>
public sealed class MissingValueTests
{
    private const double Missing = double.NaN;

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void MissingValue_GoesToTheSideOfItsTarget()
    {
        var features = Samples.OneColumn(1, 2, 3, 4, Missing, Missing);

        Assert.Equal([1, 9], Predict(Tree(features, [1, 1, 9, 9, 9, 9]), 1, Missing));
        Assert.Equal([9, 1], Predict(Tree(features, [1, 1, 9, 9, 1, 1]), 4, Missing));
    }

    [Fact]
    public void MissingValues_CanBeWhatParts()
    {
        var tree = Tree(Samples.OneColumn(1, 2, Missing, Missing), [1, 1, 9, 9]);

        Assert.Equal([1, 1, 9], Predict(tree, -100, 100, Missing));
        Assert.Equal(2, tree.LeafCount);
    }

    [Fact]
    public void ValueMissingOnlyAtPrediction_GoesToTheLargerSide()
    {
        Assert.Equal([9], Predict(Tree(Samples.OneColumn(1, 2, 3), [1, 9, 9]), Missing));
        Assert.Equal([1], Predict(Tree(Samples.OneColumn(1, 2, 3), [1, 1, 9]), Missing));
    }

    [Fact]
    public void ColumnWithoutValues_IsNeverSplit()
    {
        var (features, target) = Samples.Draw(3, 50, 1);
        var withEmpty = FeatureMatrix.FromColumns(new FeatureNames("empty", "x"), [.. Enumerable.Repeat(Missing, 50)], features.Column(0).ToArray());

        var forest = new RandomForestRegressor { Trees = 5 }.Fit(withEmpty, target, Context);

        Assert.Equal(0, forest.FeatureImportances[0].Importance);
        Assert.Equal(1, forest.FeatureImportances[1].Importance);
    }

    [Fact]
    public void Category_GoesToTheSideOfItsTarget()
    {
        var tree = Tree(Towns(0, 1, 2, 3, 0, 1, 2, 3), [1, 9, 1, 9, 1, 9, 1, 9]);

        Assert.Equal([1, 9, 1, 9], tree.Predict(Towns(0, 1, 2, 3), Context));
        Assert.Equal(2, tree.LeafCount);
    }

    [Fact]
    public void CategoryThatNoRowHad_GoesToTheLargerSide() =>
        Assert.Equal([9, 9], Tree(Towns(0, 1, 2), [1, 9, 9]).Predict(Towns(3, Missing), Context));

    [Fact]
    public void ManyCategories_AreTakenApart()
    {
        double[] codes = [.. Enumerable.Range(0, 900).Select(row => row % 300.0)];
        double[] target = Array.ConvertAll(codes, code => code % 7 == 0 ? 5.0 : 0);
        var names = FeatureNames.OfCategories(["code"], [[.. Enumerable.Range(0, 300).Select(code => $"{code}")]]);

        var tree = Tree(FeatureMatrix.FromColumns(names, codes), target);

        Assert.Equal(2, tree.LeafCount);
        Assert.Equal(target, tree.Predict(FeatureMatrix.FromColumns(names, codes), Context));
    }

    [Fact]
    public void ThreeClasses_TellCategoriesApart()
    {
        var towns = Towns(0, 1, 2, 3, 0, 1, 2, 3);
        var target = Categories.From(["a", "b", "c", "a", "a", "b", "c", "a"]);

        var tree = new DecisionTreeClassifier().Fit(towns, target, Context);

        Assert.Equal(target.Codes.ToArray(), tree.Predict(towns, Context).Codes.ToArray());
        Assert.Equal(3, tree.LeafCount);
    }

    [Fact]
    public void ForestOfSpecialColumns_IsTheSameOnAnyNumberOfThreads()
    {
        var (plain, target) = Samples.Draw(4, 300, 6);
        var features = Samples.WithSpecialColumns(plain, 4);
        var configuration = new RandomForestRegressor { Trees = 8, Criterion = RegressionCriterion.Poisson, Seed = 3 };
        double[] positive = Array.ConvertAll(target, Math.Abs);

        using var one = new WorkScheduler(1);
        using var three = new WorkScheduler(3);
        var expected = configuration.Fit(features, positive, new FitContext(one, CancellationToken.None));
        var actual = configuration.Fit(features, positive, new FitContext(three, CancellationToken.None));

        for (int tree = 0; tree < 8; tree++)
        {
            Assert.Equal(expected.Trees[tree].Nodes, actual.Trees[tree].Nodes);
            Assert.Equal(expected.Trees[tree].CategorySets, actual.Trees[tree].CategorySets);
        }
    }

    private static FittedDecisionTreeRegressor Tree(FeatureMatrix features, double[] target) => new DecisionTreeRegressor().Fit(features, target, Context);

    private static double[] Predict(FittedDecisionTreeRegressor tree, params double[] values) => tree.Predict(Samples.OneColumn(values), Context);

    private static FeatureMatrix Towns(params double[] codes) => FeatureMatrix.FromColumns(FeatureNames.OfCategories(["town"], [["Bonn", "Lima", "Oslo", "Rome"]]), codes);
}
