using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>Predictions that keep a direction.</summary>
public sealed class MonotoneConstraintsTests
{
    private static readonly MonotoneConstraints Directions = MonotoneConstraints.None.Increasing("x0").Decreasing("x2");

    private static readonly Gen<(int Seed, SplitRule Rule, bool Special)> Cases = Gen.Select(Gen.Int[0, 10_000], Gen.Enum<SplitRule>(), Gen.Bool);

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void Regression_KeepsItsDirections() => Gen.Select(Cases, Gen.Enum<RegressionCriterion>()).Sample((given, criterion) =>
    {
        var (features, target) = Draw(given.Seed, given.Special);
        var forest = new RandomForestRegressor { Trees = 3, MonotoneConstraints = Directions, Criterion = criterion, SplitRule = given.Rule, Seed = given.Seed }
            .Fit(features, Array.ConvertAll(target, Math.Abs), Context);
        AssertDirections(features, moved => forest.Predict(moved, Context));
    }, iter: 60);

    [Fact]
    public void Classification_KeepsItsDirections() => Gen.Select(Cases, Gen.Enum<ClassificationCriterion>()).Sample((given, criterion) =>
    {
        var (features, _) = Draw(given.Seed, given.Special);
        var forest = new RandomForestClassifier { Trees = 3, MonotoneConstraints = Directions, Criterion = criterion, SplitRule = given.Rule, Seed = given.Seed }
            .Fit(features, Samples.Labels(features, 2), Context);
        AssertDirections(features, moved => forest.PredictProbabilities(moved, Context).Column(1).ToArray());
    }, iter: 60);

    [Fact]
    public void DirectionOfTheData_CostsNothing()
    {
        double[] x = [.. Enumerable.Range(0, 64).Select(i => (double)i)];
        var features = Samples.OneColumn(x);
        var free = new DecisionTreeRegressor().Fit(features, x, Context);
        var held = new DecisionTreeRegressor { MonotoneConstraints = MonotoneConstraints.None.Increasing("x") }.Fit(features, x, Context);
        var against = new DecisionTreeRegressor { MonotoneConstraints = MonotoneConstraints.None.Decreasing("x") }.Fit(features, x, Context);

        Assert.Equal(free.Predict(features, Context), held.Predict(features, Context));
        Assert.Equal(1, against.LeafCount);
    }

    [Fact]
    public void Constraints_AreComparedByValue()
    {
        Assert.Equal(MonotoneConstraints.None.Increasing("a").Decreasing("b"), MonotoneConstraints.None.Decreasing("b").Increasing("a"));
        Assert.NotEqual(MonotoneConstraints.None.Increasing("a"), MonotoneConstraints.None.Decreasing("a"));
        Assert.Equal("a ↑, b ↓", MonotoneConstraints.None.Increasing("a").Decreasing("b").ToString());
    }

    private static (FeatureMatrix Features, double[] Target) Draw(int seed, bool special)
    {
        var (features, target) = Samples.Draw(seed, 80, 3);
        return (special ? Samples.WithSpecialColumns(features, seed) : features, target);
    }

    private static void AssertDirections(FeatureMatrix features, Func<FeatureMatrix, double[]> predict)
    {
        double[] steps = [.. Enumerable.Range(-10, 21).Select(step => step / 4.0)];
        foreach (var (column, direction) in new[] { (0, 1), (2, -1) })
        {
            var columns = Enumerable.Range(0, features.ColumnCount).Select(c => features.Column(c).ToArray()).ToArray();
            double[]? before = null;
            foreach (double value in steps)
            {
                Array.Fill(columns[column], value);
                double[] now = predict(FeatureMatrix.FromColumns(features.Names, columns));
                if (before is not null)
                    Assert.All(before.Zip(now), pair => Assert.True((pair.Second - pair.First) * direction >= 0));
                before = now;
            }
        }
    }
}
