using TypedTune.Learning;

namespace TypedTune.Seams;

public sealed class AverageOfTwoTests
{
    private static readonly Dataset s_data = SharedSearch.Data;

    [Fact]
    public void Prediction_IsTheMeanOfBoth()
    {
        var fitted = new AverageOfTwo().Fit(s_data.Features, s_data.Targets.Numbers);

        double[] linear = new Ridge().Fit(s_data.Features, s_data.Targets.Numbers).Predict(s_data.Features);
        double[] forest = new AverageOfTwo().Forest.Fit(s_data.Features, s_data.Targets.Numbers).Predict(s_data.Features);

        Assert.Equal(linear.Zip(forest, (one, other) => (one + other) / 2), fitted.Predict(s_data.Features));
    }

    [Fact]
    public void Search_FitsEachPartOnceForAllCandidatesThatShareIt()
    {
        var p = AverageOfTwo.Space;
        var search = new GridSearch<AverageOfTwo>(p.Linear.Alpha.In(0.1, 1, 10) * p.Forest.MaxFeatures.Count.In(1, 3)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        var plan = search.Plan(s_data);
        var result = search.Fit(s_data, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(3 * (3 + 2), plan.TotalFits);
        Assert.All(result.Trials, trial => Assert.Equal(Scores(trial.Configuration), trial.FoldScores));
        Assert.Equal(result.Best.Configuration.Fit(s_data.Features, s_data.Targets.Numbers).Predict(s_data.Features), result.Model.Predict(s_data.Features));

        double[] Scores(AverageOfTwo configuration) => [.. new KFold(3).Split(s_data.Roles).Select(fold =>
        {
            var (train, validation) = (s_data.TakeRows(fold.Train), s_data.TakeRows(fold.Validation));
            return Metric.RootMeanSquaredError.Score(validation.Targets.Numbers, configuration.Fit(train.Features, train.Targets.Numbers).Predict(validation.Features));
        })];
    }
}
