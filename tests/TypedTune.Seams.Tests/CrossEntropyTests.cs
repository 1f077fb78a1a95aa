using TypedTune.Contracts;
using TypedTune.Learning;

namespace TypedTune.Seams;

public sealed class CrossEntropyTests : MetricContract<IProbabilisticClassification>
{
    private static readonly string[] s_labels = ["a", "b", "c"];

    protected override IMetric<IProbabilisticClassification> Metric { get; } = new CrossEntropy();

    [Fact]
    public void Search_RanksByProbabilities()
    {
        var labels = Categories.From(SharedSearch.Data.Targets.Numbers.Select(number => number > 0.5 ? "high" : "low"));
        var search = new GridSearch<RandomForestClassifier>(RandomForestClassifier.Space.Trees.In(1, 40)) { Evaluation = new KFold(3), Scoring = new CrossEntropy() };

        var result = search.Fit(new Dataset(SharedSearch.Data.Features, Targets.Of(labels)), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(40, result.Best.Configuration.Trees);
        Assert.InRange(result.Best.Score!.Value, 0.01, Math.Log(2));
    }

    protected override (Targets Truth, Predictions Predictions) Sample(int rows, int seed)
    {
        var random = Seed.Of(seed).Stream();
        var truth = new Categories(s_labels, [.. Enumerable.Range(0, rows).Select(_ => random.NextBelow(3))]);
        double[][] shares = [.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextDouble(), random.NextDouble(), 0.1 })];
        return (Targets.Of(truth), With(truth, [.. shares.Select(row => Array.ConvertAll(row, share => share / row.Sum()))]));
    }

    protected override Predictions Perfect(Targets truth) => With(truth.Labels, [.. truth.Labels.Codes.ToArray().Select(code => s_labels.Select((_, level) => level == code ? 1.0 : 0).ToArray())]);

    private static Predictions With(Categories labels, double[][] probabilities) => new(labels) { Probabilities = FeatureMatrix.FromRows(probabilities, new FeatureNames(s_labels)) };
}
