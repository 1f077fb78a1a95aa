namespace TypedTune.Learning.Tests.Forests;

/// <summary>What asks for weighted rows by the contract gets the fit that the estimator's own method gives.</summary>
public sealed class WeightedFitTests
{
    private static readonly double[] Weights = [.. Enumerable.Range(0, 80).Select(row => row % 4 * 0.5)];

    public static TheoryData<IWeightedRegressor> Regressors =>
        [new RandomForestRegressor { Trees = 4 }, new DecisionTreeRegressor { MaxDepth = 4 }, new QuantileForestRegressor { Trees = 4 }];

    public static TheoryData<IWeightedClassifier> Classifiers => [new RandomForestClassifier { Trees = 4 }, new DecisionTreeClassifier { MaxDepth = 4 }];

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Regressors))]
    public void WeightedRegressor_LearnsFromTheWeights(IWeightedRegressor regressor)
    {
        var (features, target) = Samples.Draw(4, 80, 3);

        var weighted = regressor.Fit(features, target, Weights, Context);

        double[] expected = regressor switch
        {
            RandomForestRegressor forest => forest.Fit(features, target, Weights, Context).Predict(features, Context),
            QuantileForestRegressor forest => forest.Fit(features, target, Weights, Context).Predict(features, Context),
            _ => ((DecisionTreeRegressor)regressor).Fit(features, target, Weights, Context).Predict(features, Context),
        };
        var alike = regressor.Fit(features, target, Context);
        Assert.Equal(expected, weighted.Predict(features, Context));
        Assert.NotEqual(expected, alike.Predict(features, Context));
        Assert.Equal(alike.GetType(), weighted.GetType());
    }

    [Theory]
    [MemberData(nameof(Classifiers))]
    public void WeightedClassifier_LearnsFromTheWeights(IWeightedClassifier classifier)
    {
        var (features, _) = Samples.Draw(4, 80, 3);
        var target = Samples.Labels(features, 3);

        var weighted = classifier.Fit(features, target, Weights, Context);

        double[] expected = classifier switch
        {
            RandomForestClassifier forest => Probabilities(forest.Fit(features, target, Weights, Context), features),
            _ => Probabilities(((DecisionTreeClassifier)classifier).Fit(features, target, Weights, Context), features),
        };
        var alike = classifier.Fit(features, target, Context);
        Assert.Equal(expected, Probabilities(weighted, features));
        Assert.NotEqual(expected, Probabilities(alike, features));
        Assert.Equal(alike.GetType(), weighted.GetType());
    }

    private static double[] Probabilities(IFittedClassifier fitted, FeatureMatrix features) =>
        ((IFittedProbabilisticClassifier)fitted).PredictProbabilities(features, Context).AsColumnMajor().ToArray();
}
