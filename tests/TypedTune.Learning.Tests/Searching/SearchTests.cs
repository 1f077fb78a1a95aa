using System.Globalization;

namespace TypedTune.Learning.Tests.Searching;

public sealed class SearchTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(120);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GridSearch<PlotModel> Search(int? threads = null) => new(PlotModel.OverlappingGrids())
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
        Threads = threads,
    };

    [Fact]
    public void Result_IsMadeOfTheUsersOwnTypes()
    {
        var result = Search().Fit(s_plots, cancellationToken: Token);

        PlotModel best = result.Best.Configuration;
        PlotModel.Fitted model = result.Model;
        FittedRandomForestRegressor forest = model.Forest;
        Assert.Equal(best, model.Configuration);
        Assert.Equal(best.Features.Geo.Clusters + 3 + 1, model.Features.FeatureNames.Count);
        Assert.Equal(["Geo.Cluster 0 similarity", "Soil.clay", "Soil.loam", "Soil.sand", "Rest.Rain"], model.Features.FeatureNames.Where((_, i) => i == 0 || i >= best.Features.Geo.Clusters));
        Assert.Equal(1, model.FeatureImportances.Sum(item => item.Importance), 9);
        Assert.Equal(forest.FeatureImportances, model.FeatureImportances);
        Assert.Equal("Rest.Rain", model.FeatureImportances.Descending()[0].Name);
    }

    [Fact]
    public void Trials_AreDistinctRankedAndScoredByFold()
    {
        var result = Search().Fit(s_plots, cancellationToken: Token);

        Assert.Equal(13, result.Trials.Count);
        Assert.Equal(2, result.Trials.Count(trial => trial.Occurrences == 2));
        Assert.All(result.Trials, trial =>
        {
            Assert.Equal(3, trial.FoldScores.Count);
            Assert.Equal(trial.FoldScores.Average(), trial.MeanScore);
            double variance = trial.FoldScores.Average(score => Math.Pow(score - trial.MeanScore!.Value, 2));
            Assert.Equal(Math.Sqrt(variance), trial.StandardDeviation!.Value, 12);
            Assert.True(trial.FitTime > TimeSpan.Zero);
        });
        Assert.Equal(result.Trials.Min(trial => trial.Score), result.Best.Score);
        Assert.Equal(Enumerable.Range(1, 13), result.Ranked.Select(trial => trial.Rank!.Value));
    }

    [Fact]
    public void FoldScore_IsWhatFittingAndScoringByHandGives()
    {
        var result = Search().Fit(s_plots, cancellationToken: Token);
        var fold = new KFold(3).Split(s_plots.Roles)[1];
        var (train, validation) = (s_plots.TakeRows(fold.Train), s_plots.TakeRows(fold.Validation));

        var fitted = result.Trials[4].Configuration.Fit(train);

        Assert.Equal(Metric.RootMeanSquaredError.Score(validation.Target, fitted.Predict(validation)), result.Trials[4].FoldScores[1]);
    }

    [Fact]
    public void Refit_IsTheBestFittedOnAllRows()
    {
        var result = Search().Fit(s_plots, cancellationToken: Token);

        Assert.Equal(result.Best.Configuration.Fit(s_plots).Predict(s_plots), result.Model.Predict(s_plots));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Trials_AreTheSameBitsAtAnyNumberOfThreads(int threads)
    {
        var expected = Search(threads: 1).Fit(s_plots, cancellationToken: Token);

        var actual = Search(threads).Fit(s_plots, cancellationToken: Token);

        Assert.Equal(expected.Trials.Select(trial => trial.Configuration), actual.Trials.Select(trial => trial.Configuration));
        Assert.Equal(expected.Trials.SelectMany(trial => trial.FoldScores), actual.Trials.SelectMany(trial => trial.FoldScores));
        Assert.Equal(expected.Model.Predict(s_plots), actual.Model.Predict(s_plots));
    }

    [Fact]
    public void Progress_CountsUpToThePlan()
    {
        var seen = new List<SearchProgress>();

        var result = Search(threads: 2).Fit(s_plots, new Listener(seen), cancellationToken: Token);

        Assert.Equal(result.Plan.TotalFits, seen[^1].FinishedFits);
        Assert.Equal((13, 13, 0), (seen[^1].FinishedTrials, seen[^1].TotalTrials, seen[^1].FailedTrials));
        Assert.Equal(result.Best.Score, seen[^1].BestScore);
        Assert.Equal(seen.Select(value => value.FinishedFits).Order(), seen.Select(value => value.FinishedFits));
        Assert.Equal(seen.Select(value => value.Elapsed).Order(), seen.Select(value => value.Elapsed));
    }

    [Fact]
    public void RandomizedSearch_DrawsDistinctCandidatesTheSameEveryTime()
    {
        var p = PlotModel.Space;
        var search = new RandomizedSearch<PlotModel>(p.Features.Geo.Clusters.Uniform(2, 6) * p.Forest.MaxFeatures.Count.Uniform(1, 5))
        {
            Iterations = 8,
            Seed = 3,
            Evaluation = new KFold(2),
            Scoring = Metric.RSquared,
        };

        var first = search.Fit(s_plots, cancellationToken: Token);
        var second = search.Fit(s_plots, cancellationToken: Token);

        Assert.Equal(8, first.Trials.Select(trial => trial.Configuration).Distinct().Count());
        Assert.Equal(first.Trials.Select(trial => trial.Configuration), second.Trials.Select(trial => trial.Configuration));
        Assert.Equal(first.Trials.Max(trial => trial.Score), first.Best.Score);
        Assert.All(first.Trials, trial => Assert.InRange(trial.Configuration.Features.Geo.Clusters, 2, 6));
    }

    [Fact]
    public void RandomizedSearch_TakesTheWholeSpaceWhereItIsSmall()
    {
        var search = new RandomizedSearch<PlotModel>(PlotModel.Space.Features.Geo.Clusters.Uniform(2, 4))
        {
            Iterations = 50,
            Evaluation = new KFold(2),
            Scoring = Metric.RSquared,
        };

        Assert.Equal([2, 3, 4], search.Fit(s_plots, cancellationToken: Token).Trials.Select(trial => trial.Configuration.Features.Geo.Clusters).Order());
    }

    [Fact]
    public void RegressorByItself_IsSearchedOnADataset()
    {
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(1e-6, 1e3)) { Evaluation = new KFold(3), Scoring = Metric.RSquared };

        SearchResult<Ridge, FittedRidge> result = search.Fit(SearchPlanTests.Numbers(60), cancellationToken: Token);

        Assert.Equal(1e-6, result.Best.Configuration.Alpha);
        Assert.Equal(2, result.Model.Coefficients[0], 3);
    }

    [Fact]
    public void Classifier_IsSearchedOnLabelsWithStratifiedFolds()
    {
        double[][] rows = [.. Enumerable.Range(0, 40).Select(i => new[] { i % 2 * 10.0 + i / 100.0 })];
        var labels = Categories.From(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? "even" : "odd"));
        var search = new GridSearch<KNeighborsClassifier>(KNeighborsClassifier.Space.Neighbors.In(1, 3))
        {
            Evaluation = new StratifiedKFold(4),
            Scoring = Metric.Accuracy,
        };

        var result = search.Fit(new Dataset(FeatureMatrix.FromRows(rows), Targets.Of(labels)), cancellationToken: Token);

        Assert.Equal(1, result.Best.Score);
        Assert.All(result.Trials, trial => Assert.Equal(1, trial.Rank));
    }

    [Fact]
    public void ChoiceBetweenModels_IsSearchedAsASum()
    {
        var p = ChosenModel.Space;
        var grid = p.Last.RandomForestRegressor.Trees.In(5, 10) + (p.Last.Ridge.Alpha.LogUniform(1e-3, 1e3).Steps(3) * p.Scale.Any());
        var search = new GridSearch<ChosenModel>(grid) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        var result = search.Fit(SearchPlanTests.Numbers(60), cancellationToken: Token);

        Assert.Equal(2 + 3 * 2, result.Trials.Count);
        Assert.IsType<Ridge>(result.Best.Configuration.Last);
        Assert.IsType<FittedRidge>(result.Model.Last);
        Assert.Contains("Alpha", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_HoldsEveryTrialInFullPrecisionInAnyCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            var result = Search().Fit(s_plots, cancellationToken: Token);
            var writer = new StringWriter();

            result.WriteCsv(writer);

            string[] lines = writer.ToString().TrimEnd().Split('\n');
            Assert.Equal("rank,mean RMSE,std,Features.Geo.Clusters,Forest.MaxFeatures,fold 0,fold 1,fold 2,standard error,p against the best,fit s,score s,state,error", lines[0]);
            Assert.Equal(14, lines.Length);
            Assert.Equal(result.Best.Score!.Value, double.Parse(lines[1].Split(',')[1], CultureInfo.InvariantCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private sealed class Listener(List<SearchProgress> seen) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => seen.Add(value);
    }
}

[Pipeline]
public sealed partial record ChosenModel
{
    [OneOf<StandardScaler, KMeans>]
    public ITransformer Scale { get; init; } = new StandardScaler();

    [OneOf<RandomForestRegressor, Ridge, KNeighborsRegressor>]
    public IRegressor Last { get; init; } = new RandomForestRegressor();
}
