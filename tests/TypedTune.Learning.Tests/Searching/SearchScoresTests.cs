using System.Globalization;
using System.Text;

namespace TypedTune.Learning.Tests.Searching;

/// <summary>Several metrics, scores of training rows, what is selected by them, and trials that are written and read back.</summary>
public sealed class SearchScoresTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(90);

    private static readonly SearchResult<PlotModel, PlotModel.Fitted> s_result = Search.Fit(s_plots);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GridSearch<PlotModel> Search => new(PlotModel.OverlappingGrids())
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
        Metrics = [Metric.RSquared, Metric.MeanAbsoluteError],
        TrainingScores = true,
    };

    [Fact]
    public void EachMetric_ScoresAsIfItWereAlone()
    {
        var squared = (Search with { Scoring = Metric.RSquared, Metrics = [], TrainingScores = false }).Fit(s_plots, cancellationToken: Token);

        Assert.Equal(squared.Trials.Select(trial => trial.FoldScores), s_result.Trials.Select(trial => trial.ScoresOf(Metric.RSquared).Validation.Values));
        Assert.Equal(squared.Trials.Select(trial => trial.Rank!.Value), s_result.Trials.Select(trial => trial.ScoresOf(Metric.RSquared).Rank));
        Assert.Equal(s_result.Trials.Select(trial => trial.Rank!.Value), s_result.Trials.Select(trial => trial.ScoresOf(Metric.RootMeanSquaredError).Rank));
        Assert.Equal(["RMSE", "R²", "MAE"], s_result.Metrics);
    }

    [Fact]
    public void TrainingScores_AreThoseOfTheRowsLearnedFrom()
    {
        var fold = new KFold(3).Split(s_plots.Roles)[2];
        var train = s_plots.TakeRows(fold.Train);
        var trial = s_result.Trials[4];

        double expected = Metric.MeanAbsoluteError.Score(train.Target, trial.Configuration.Fit(train).Predict(train));

        Assert.Equal(expected, trial.ScoresOf(Metric.MeanAbsoluteError).Training!.Values[2]);
        Assert.True(trial.Scores[0].Training!.Mean < trial.Scores[0].Validation.Mean);
    }

    [Fact]
    public void StandardError_IsTheSamplesDeviationOverTheRootOfTheFolds()
    {
        var scores = s_result.Trials[0].FoldScores;
        double mean = scores.Average();

        Assert.Equal(Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / 2 / 3), s_result.Trials[0].StandardError!.Value, 12);
    }

    [Fact]
    public void MetricThatWasNotScored_IsRefusedWithThoseThatWere() => Assert.Equal(
        "The search did not score by MSE, but by RMSE, R², MAE. Add it to Metrics. (Parameter 'metric')",
        Assert.Throws<ArgumentException>(() => s_result.Best.ScoresOf(Metric.MeanSquaredError)).Message);

    [Fact]
    public void MetricGivenTwice_IsRefused() => Assert.StartsWith(
        "The search scores by RMSE more than once.",
        Assert.Throws<ArgumentException>(() => (Search with { Metrics = [Metric.RootMeanSquaredError] }).Plan(s_plots)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Best_IsSelectedUnlessToldOtherwise()
    {
        Assert.Same(s_result.Best, s_result.Selected);
        Assert.Equal(s_result.Best.Configuration, s_result.Model.Configuration);
    }

    [Fact]
    public void OneStandardError_TakesTheLeastCostThatIsAboutAsGood()
    {
        var result = (Search with { Selection = Selection.OneStandardError<PlotModel>(trial => trial.Configuration.Features.Geo.Clusters) }).Fit(Plot.Many(24), cancellationToken: Token);
        double limit = result.Best.Score!.Value + result.Best.StandardError!.Value;
        var eligible = result.Ranked.Where(trial => trial.Score <= limit).ToArray();

        Assert.Equal(eligible.MinBy(trial => trial.Configuration.Features.Geo.Clusters), result.Selected);
        Assert.Equal(result.Selected.Configuration, result.Model.Configuration);
        Assert.True(eligible.Length > 1);
    }

    [Fact]
    public void WithinTolerance_TakesTheLeastCostWithinAShareOfTheBest()
    {
        var result = (Search with { Refit = false, Selection = Selection.WithinTolerance<PlotModel>(0.05, trial => -trial.Configuration.Features.Geo.Clusters) }).Fit(s_plots, cancellationToken: Token);

        var eligible = result.Ranked.Where(trial => trial.Score <= result.Best.Score * 1.05);
        Assert.Equal(eligible.MaxBy(trial => trial.Configuration.Features.Geo.Clusters), result.Selected);
    }

    [Fact]
    public void AnyFunction_MaySelectOverTypedTrials()
    {
        var result = (Search with { Selection = trials => trials.MaxBy(trial => trial.ScoresOf(Metric.RSquared).Validation.Mean)! }).Fit(s_plots, cancellationToken: Token);

        Assert.Equal(1, result.Selected.ScoresOf(Metric.RSquared).Rank);
    }

    [Fact]
    public void SelectionThatThrows_LosesNoTrial()
    {
        var result = (Search with { Selection = _ => throw new FormatException("no idea") }).Fit(s_plots, cancellationToken: Token);

        Assert.Equal(13, result.Trials.Count);
        Assert.Equal("The selection failed: no idea", Assert.Throws<InvalidOperationException>(() => result.Selected).Message);
        Assert.Equal("The selection failed: no idea", Assert.Throws<InvalidOperationException>(() => result.Model).Message);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void IllegalTolerance_IsRefused(double tolerance) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Selection.WithinTolerance<PlotModel>(tolerance, _ => 0));

    [Fact]
    public void Json_GivesTheTrialsBackInTheUsersOwnTypes()
    {
        var read = Search.ReadJson(new MemoryStream(Json(s_result)));

        Assert.Equal(s_result.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Occurrences, trial.Rank)), read.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Occurrences, trial.Rank)));
        for (int m = 0; m < 3; m++)
        {
            Assert.Equal(s_result.Trials.Select(trial => trial.Scores[m].Validation.Values), read.Trials.Select(trial => trial.Scores[m].Validation.Values));
            Assert.Equal(s_result.Trials.Select(trial => trial.Scores[m].Training!.Values), read.Trials.Select(trial => trial.Scores[m].Training!.Values));
            Assert.Equal(s_result.Trials.Select(trial => trial.Scores[m].Rank), read.Trials.Select(trial => trial.Scores[m].Rank));
        }

        Assert.Equal(s_result.ToString(), read.ToString());
        Assert.Equal((s_result.StopReason, s_result.RowCount, s_result.Duration), (read.StopReason, read.RowCount, read.Duration));
        Assert.Equal(s_result.StepTimes, read.StepTimes);
        Assert.Equal(0, Search.Continue(read, s_plots, cancellationToken: Token).Plan.TotalFits);
    }

    [Fact]
    public void Json_KeepsWhatFailed()
    {
        var search = new GridSearch<Brittle>(Brittle.Space.Behaviour.In(Behaviour.Throw, Behaviour.Predict)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        var read = search.ReadJson(new MemoryStream(Json(search.Fit(SearchPlanTests.Numbers(30), cancellationToken: Token))));

        Assert.Equal("Brittle failed in fold 0: it does not want to", read.Trials[0].Error!.Message);
        Assert.Empty(read.Trials[0].Scores);
        Assert.Equal(Behaviour.Predict, read.Best.Configuration.Behaviour);
    }

    [Fact]
    public void JsonOfAnotherSearch_IsRefusedWithTheDifference()
    {
        byte[] json = Json(s_result);

        Assert.Contains("its list of metrics was RMSE, R², MAE, and is RMSE now", Refusal(Search with { Metrics = [] }, json), StringComparison.Ordinal);
        Assert.Contains("its evaluation was 3 folds, and is 5 folds now", Refusal(Search with { Evaluation = new KFold(5) }, json), StringComparison.Ordinal);
        var other = new GridSearch<PlotModel>(PlotModel.Space.Features.Geo.Clusters.In(3) * PlotModel.Space.Forest.MaxFeatures.In(1, 2)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Metrics = Search.Metrics };
        var read = (other with { TrainingScores = true }).ReadJson(new MemoryStream(json));
        Assert.StartsWith(
            "The search cannot go on from the earlier run: its space does not hold candidate",
            Assert.Throws<ArgumentException>(() => (other with { TrainingScores = true }).Continue(read, s_plots, cancellationToken: Token)).Message);
    }

    [Fact]
    public void DamagedJson_IsRefusedWithAMessage()
    {
        string json = Encoding.UTF8.GetString(Json(s_result));
        Assert.All(
            [
                json[..(json.Length / 2)],
                "[]",
                "{}",
                json.Replace("typedtune-trials", "something", StringComparison.Ordinal),
                json.Replace("\"version\": 2", "\"version\": 3", StringComparison.Ordinal),
                json.Replace("\"Completed\"", "\"Nonsense\"", StringComparison.Ordinal),
                json.Replace("\"index\"", "\"place\"", StringComparison.Ordinal).Replace("\"details\"", "\"points\"", StringComparison.Ordinal),
                json.Replace("\"details\": [", "\"details\": [1,", StringComparison.Ordinal),
                json.Replace("\"Clusters\":3", "\"Clusters\":4", StringComparison.Ordinal),
                json.Replace("\"rows\": 90", "\"rows\": \"many\"", StringComparison.Ordinal),
            ],
            damaged =>
            {
                Assert.NotEqual(json, damaged);
                Assert.NotEmpty(Refusal(Search, Encoding.UTF8.GetBytes(damaged)));
            });
    }

    [Fact]
    public void Csv_HasEveryMetricAndTheTrainingScores()
    {
        var writer = new StringWriter();

        s_result.WriteCsv(writer);

        string[] headers = writer.ToString().Split('\n')[0].Split(',');
        Assert.Equal(
            ["rank", "mean RMSE", "std", "Features.Geo.Clusters", "Forest.MaxFeatures", "fold 0", "fold 1", "fold 2", "standard error", "p against the best", "rank R²", "mean R²", "std R²", "R² fold 0"],
            headers[..14]);
        Assert.Contains("mean training MAE", headers);
        string[] best = writer.ToString().Split('\n')[1].Split(',');
        Assert.Equal(s_result.Best.ScoresOf(Metric.MeanAbsoluteError).Training!.Values[2], double.Parse(best[Array.IndexOf(headers, "training MAE fold 2")], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Table_ShowsEveryMetric() => Assert.Equal(
        ["rank", "mean RMSE", "std", "p", "mean R²", "mean MAE", "train RMSE", "train R²", "train MAE", "Clusters", "MaxFeatures", "fit s"],
        s_result.ToTable().Headers);

    private static byte[] Json<T>(SearchHistory<T> history)
    {
        using var stream = new MemoryStream();
        history.WriteJson(stream);
        return stream.ToArray();
    }

    private static string Refusal(Search<PlotModel> search, byte[] json) => Assert.Throws<InvalidDataException>(() => search.ReadJson(new MemoryStream(json))).Message;
}
