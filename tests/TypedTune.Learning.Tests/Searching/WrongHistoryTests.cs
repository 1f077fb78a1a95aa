using System.Globalization;
using System.Text;

namespace TypedTune.Learning.Tests.Searching;

/// <summary>Nobody continues another search: each of the ways to do so is an error that names what differs.</summary>
public sealed class WrongHistoryTests
{
    private static readonly Dataset s_data = SearchPlanTests.Numbers(40);

    private static readonly GridSearch<RandomForestRegressor> s_search = Search(new RandomForestRegressor { Trees = 1, Seed = 3 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void OtherFixedHyperparameter_IsNamedByReadingAndContinuing()
    {
        var ofOneTree = s_search.Fit(s_data, cancellationToken: Token);
        var ofFifty = Search(new RandomForestRegressor { Trees = 50, Seed = 3 });

        Assert.Equal(
            "These are trials of another search: its Trees was 1, and is 50 now. Read them by the search that wrote them.",
            Assert.Throws<InvalidDataException>(() => ofFifty.ReadJson(new MemoryStream(Json(ofOneTree)))).Message);
        Assert.Contains("its Trees was 1, and is 50 now", Refusal(ofFifty, ofOneTree, s_data));
    }

    [Fact]
    public void OtherDataOfAsManyRows_IsNamedByItsColumn()
    {
        var earlier = Read(s_search, Json(s_search.Fit(s_data, cancellationToken: Token)));
        double[] target = [.. s_data.Targets.Numbers];
        target[7] = Math.BitIncrement(target[7]);
        var otherFeatures = FeatureMatrix.FromColumns(s_data.Features.Names, [.. Enumerable.Range(0, s_data.Features.ColumnCount).Select(column => s_data.Features.Column(column).ToArray().Reverse().ToArray())]);

        Assert.Contains("the values of its targets are others now", Refusal(s_search, earlier, new Dataset(s_data.Features, target)));
        Assert.Contains($"the values of its column {s_data.Features.Names[0]} are others now", Refusal(s_search, earlier, new Dataset(otherFeatures, s_data.Targets)));
        Assert.Contains("its weights was not given, and is ", Refusal(s_search, earlier, new Dataset(s_data.Features, s_data.Targets) { Weights = [.. Enumerable.Repeat(1.0, 40)] }));
    }

    [Fact]
    public void OtherSeed_IsNamed()
    {
        var p = RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Trees = 2 });
        RandomizedSearch<RandomForestRegressor> Drawn(int seed) => new(p.MaxFeatures.Fraction.Uniform(0.1, 1)) { Iterations = 3, Seed = seed, Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };
        var earlier = Drawn(1).Fit(s_data, cancellationToken: Token);

        Assert.Contains("its seed was 1, and is 2 now", Refusal(Drawn(2), earlier, s_data));
        Assert.Contains("its Seed was 3, and is 4 now", Refusal(Search(new RandomForestRegressor { Trees = 1, Seed = 4 }), s_search.Fit(s_data, cancellationToken: Token), s_data));
    }

    [Fact]
    public void OtherEvaluationOrMetric_IsNamed()
    {
        var earlier = s_search.Fit(s_data, cancellationToken: Token);

        Assert.Contains("its evaluation was 3 folds, and is 4 folds now", Refusal(s_search with { Evaluation = new KFold(4) }, earlier, s_data));
        Assert.Contains("its evaluation was 3 folds, and is 3 folds, shuffled with seed 0 now", Refusal(s_search with { Evaluation = new KFold(3) { Shuffle = true } }, earlier, s_data));
        Assert.Contains("its list of metrics was RMSE, and is MAE now", Refusal(s_search with { Scoring = Metric.MeanAbsoluteError }, earlier, s_data));
    }

    [Fact]
    public void OtherSpace_IsNamedWhereItHoldsNotAllCandidates()
    {
        var earlier = s_search.Fit(s_data, cancellationToken: Token);
        var p = RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Trees = 1, Seed = 3 });
        GridSearch<RandomForestRegressor> Over(Grid<RandomForestRegressor> grid) => new(grid) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        Assert.Contains("its space does not hold candidate 1 of that run, RandomForestRegressor { ", Refusal(Over(p.MaxFeatures.In(1, 3)), earlier, s_data));
        Assert.Contains("its list of hyperparameters that vary was MaxFeatures, and is MaxDepth, MaxFeatures now", Refusal(Over(p.MaxFeatures.In(1, 2) * p.MaxDepth.In(2)), earlier, s_data));
        Assert.Equal(3, Over(p.MaxFeatures.In(1, 2, 3)).Continue(earlier, s_data, cancellationToken: Token).Trials.Count);
    }

    [Fact]
    public void EditedFile_IsRefusedByItsChecksum()
    {
        string json = Encoding.UTF8.GetString(Json(s_search.Fit(s_data, cancellationToken: Token)));
        int at = json.IndexOf("\"details\"", StringComparison.Ordinal);
        int digit = json.IndexOfAny(['1', '2', '3', '4', '5', '6', '7', '8'], at);
        string edited = json[..digit] + (char)(json[digit] + 1) + json[(digit + 1)..];

        Assert.Equal(
            "The trials were edited or damaged after they were written: their checksum is another one.",
            Assert.Throws<InvalidDataException>(() => Read(s_search, Encoding.UTF8.GetBytes(edited))).Message);
    }

    [Fact]
    public void Reading_DoesNotEnumerateTheSpace()
    {
        var p = RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Trees = 1, Seed = 3 });
#pragma warning disable TT1102 // The budget ends it after two of them.
        var huge = new GridSearch<RandomForestRegressor>(p.MaxFeatures.Count.Uniform(1, 1_000_000) * p.MinRowsInLeaf.Count.Uniform(1, 1_000_000)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Budget = new() { Trials = 2 } };
#pragma warning restore TT1102

        var read = Read(huge, Json(huge.Fit(s_data, cancellationToken: Token)));

        Assert.Equal([1, 2], read.Trials.Select(trial => trial.Configuration.MinRowsInLeaf.About(100)));
        Assert.Equal(0, huge.Continue(read, s_data, cancellationToken: Token).Plan.TotalFits);
    }

    [Fact]
    public void StoreOfOtherData_IsRefused()
    {
        var store = new InMemoryStore();
        var search = s_search with { Store = store };
        var first = search.Fit(s_data, cancellationToken: Token);

        Assert.Contains("the values of its targets are others now", Assert.Throws<InvalidOperationException>(() => search.Fit(new Dataset(s_data.Features, [.. s_data.Targets.Numbers.Reverse()]), cancellationToken: Token)).Message);
        var second = search.Fit(s_data, cancellationToken: Token);
        Assert.Equal(0, second.Plan.TotalFits);
        Assert.Equal(first.Trials.Select(trial => (trial.Configuration, trial.Score)), second.Trials.Select(trial => (trial.Configuration, trial.Score)));
    }

    [Fact]
    public void OtherOptionsOfAMetricOfTheSameName_AreNamed()
    {
        var earlier = (s_search with { Scoring = new Above(0.5) }).Fit(s_data, cancellationToken: Token);
        var unweighted = (s_search with { Scoring = new Above(0.5).Unweighted() }).Fit(s_data, cancellationToken: Token);

        Assert.Contains("its list of metrics was above (above 0.5), and is above (above 0.75) now", Refusal(s_search with { Scoring = new Above(0.75) }, earlier, s_data));
        Assert.Contains("its list of metrics was unweighted above (unweighted above 0.5), and is unweighted above (unweighted above 0.75) now", Refusal(s_search with { Scoring = new Above(0.75).Unweighted() }, unweighted, s_data));
    }

    [Fact]
    public void AnotherCulture_IsNoOtherSearch()
    {
        var search = s_search with { Scoring = new Above(0.5), Evaluation = new Share(0.25) };
        byte[] json = Json(search.Fit(s_data, cancellationToken: Token));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal(0, search.Continue(Read(search, json), s_data, cancellationToken: Token).Plan.TotalFits);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static GridSearch<RandomForestRegressor> Search(RandomForestRegressor root) =>
        new(RandomForestRegressor.SpaceFrom(root).MaxFeatures.In(1, 2)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

    private static string Refusal(Search<RandomForestRegressor> search, SearchHistory<RandomForestRegressor> earlier, Dataset data) =>
        Assert.Throws<ArgumentException>(() => search.Continue(earlier, data)).Message;

    private static SearchHistory<RandomForestRegressor> Read(Search<RandomForestRegressor> search, byte[] json) => search.ReadJson(new MemoryStream(json));

    private static byte[] Json(SearchHistory<RandomForestRegressor> history)
    {
        using var stream = new MemoryStream();
        history.WriteJson(stream);
        return stream.ToArray();
    }

    // How many targets lie above a level; says the level in its text alone, in the current culture.
    private sealed class Above(double level) : RegressionMetric
    {
        public override string Name => "above";

        public override Direction Direction => Direction.Minimize;

        public override string ToString() => $"above {level}";

        protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights) => level + predictions[0];
    }

    private sealed record Share(double Part) : ISplitter
    {
        public int? FoldCount => 1;

        public IReadOnlyList<Fold> Split(RowRoles rows)
        {
            int held = (int)(Part * rows.RowCount);
            return [new Fold([.. Enumerable.Range(held, rows.RowCount - held)], [.. Enumerable.Range(0, held)])];
        }
    }
}
