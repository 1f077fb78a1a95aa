using System.Text.Json;

namespace TypedTune.Learning.Tests;

/// <summary>Metrics of labels by the values of scikit-learn, of two labels and of four, plain and weighted.</summary>
public sealed class GoldenLabelTests
{
    public static TheoryData<ClassificationMetric, string> Binary => new()
    {
        { Metric.Accuracy, "accuracy" },
        { Metric.BalancedAccuracy, "balanced_accuracy" },
        { Metric.Precision("1"), "precision" },
        { Metric.Recall("1"), "recall" },
        { Metric.F1("1"), "f1" },
        { Metric.FBeta(2, "1"), "fbeta_2" },
        { Metric.Jaccard("1"), "jaccard" },
        { Metric.MatthewsCorrelation, "matthews_corrcoef" },
        { Metric.CohenKappa(), "cohen_kappa" },
    };

    public static TheoryData<ClassificationMetric, string, bool> Several
    {
        get
        {
            var data = new TheoryData<ClassificationMetric, string, bool>();
            foreach (bool isWeighted in (bool[])[false, true])
            {
                data.Add(Metric.BalancedAccuracy, "balanced_accuracy", isWeighted);
                data.Add(Metric.MatthewsCorrelation, "matthews_corrcoef", isWeighted);
                data.Add(Metric.CohenKappa(), "cohen_kappa", isWeighted);
                foreach (var average in Enum.GetValues<Average>())
                {
                    string name = average.ToString().ToLowerInvariant();
                    data.Add(Metric.Precision(average), $"precision_{name}", isWeighted);
                    data.Add(Metric.Recall(average), $"recall_{name}", isWeighted);
                    data.Add(Metric.F1(average), $"f1_{name}", isWeighted);
                }
            }

            data.Add(Metric.CohenKappa(KappaWeights.Quadratic), "cohen_kappa_quadratic", true);
            foreach (var average in Enum.GetValues<Average>())
            {
                data.Add(Metric.Jaccard(average), $"jaccard_{average.ToString().ToLowerInvariant()}", true);
                data.Add(Metric.FBeta(2, average), $"fbeta_2_{average.ToString().ToLowerInvariant()}", true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void ScoresOfTwoLabels_AreScikitLearns(ClassificationMetric metric, string name)
    {
        var golden = Golden.Read("metrics_binary.json");

        Assert.Equal(golden.GetProperty("expected").GetProperty(name).GetDouble(), metric.Score(Labels(golden, "y_true"), Labels(golden, "y_pred")), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Several))]
    public void ScoresOfFourLabels_AreScikitLearns(ClassificationMetric metric, string name, bool isWeighted)
    {
        var golden = isWeighted ? Golden.Read("metrics_more.json").GetProperty("multiclass") : Golden.Read("metrics_multiclass.json");
        double[]? weights = isWeighted ? golden.GetProperty("sample_weight").Numbers() : null;

        Assert.Equal(golden.GetProperty("expected").GetProperty(name).GetDouble(), metric.Score(Labels(golden, "y_true"), Labels(golden, "y_pred"), weights), 1e-12);
    }

    [Fact]
    public void LabelThatIsNeverPredicted_HasPrecisionZero()
    {
        Assert.Equal(0, Metric.Precision("b").Score(Categories.From(["a", "b"]), Categories.From(["a", "a"])));
        Assert.Equal(0.25, Metric.Precision(Average.Macro).Score(Categories.From(["a", "b"]), Categories.From(["a", "a"])));
    }

    [Fact]
    public void LabelThatThereIsNot_IsRefusedByName() => Assert.StartsWith(
        "F1 of yes cannot be scored, since there is no such label. There are: a, b.",
        Assert.Throws<ArgumentException>("truth", () => Metric.F1("yes").Score(Categories.From(["a", "b"]), Categories.From(["a", "a"]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void OneLabelAlone_HasStatedScores()
    {
        var one = Categories.From(["a", "a", "a"]);

        Assert.Equal(0, Metric.MatthewsCorrelation.Score(one, one));
        Assert.Equal(1, Metric.CohenKappa().Score(one, one));
        Assert.Equal(1, Metric.BalancedAccuracy.Score(one, one));
    }

    [Fact]
    public void Names_SayAverageAndLabel()
    {
        Assert.Equal(["macro F1", "micro F2", "weighted Jaccard", "precision of a", "linear kappa"], new[]
        {
            Metric.F1(Average.Macro).Name, Metric.FBeta(2, Average.Micro).Name, Metric.Jaccard(Average.Weighted).Name, Metric.Precision("a").Name, Metric.CohenKappa(KappaWeights.Linear).Name,
        });
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => Metric.FBeta(0, Average.Macro));
        Assert.Throws<ArgumentOutOfRangeException>("average", () => Metric.F1((Average)7));
    }

    /// <summary>The score of the probabilities of two labels.</summary>
    internal static double ScoreOfTwo(ProbabilityMetric metric, JsonElement golden, double[]? weights)
    {
        var truth = Targets.Of(Labels(golden, "y_true"));
        double[][] rows = [.. golden.GetProperty("y_score").Numbers().Select(share => (double[])[1 - share, share])];
        return metric.Score(truth, new Predictions(truth) { Probabilities = FeatureMatrix.FromRows(rows, new FeatureNames("0", "1")) }, weights);
    }

    private static Categories Labels(JsonElement golden, string name) => Categories.From(golden.GetProperty(name).Integers().Select(label => $"{label}"));
}
