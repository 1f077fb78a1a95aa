using System.Text.Json;

namespace TypedTune.Learning.Tests.Decisions;

/// <summary>Steps behind a classifier: thresholds and calibration.</summary>
public sealed class AdjustmentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dataset Rare(int rows = 300) => new(
        FeatureMatrix.FromRows([.. Enumerable.Range(0, rows).Select(row => new[] { Seed.Of(1).Derive(row).Stream().NextNormal() + (IsRare(row) ? 1.5 : 0), Seed.Of(2).Derive(row).Stream().NextNormal() })]),
        Targets.Of(Categories.From(Enumerable.Range(0, rows).Select(row => IsRare(row) ? "yes" : "no"))));

    [Theory]
    [InlineData(CalibrationMethod.Sigmoid, "calibrated_sigmoid_gaussian_nb_kfold5_single", 1e-6)]
    [InlineData(CalibrationMethod.Isotonic, "calibrated_isotonic_gaussian_nb_kfold5_single", 1e-10)]
    public void CalibratedProbabilities_AreScikitLearns(CalibrationMethod method, string name, double tolerance)
    {
        var golden = Golden.Read("ensembles.json");
        var labels = Categories.From(golden.GetProperty("y_binary").Integers().Select(label => $"{label}"));
        var model = new CalibratedBayes { Calibration = new() { Method = method, Folds = new KFold(5) } };

        var fitted = model.Fit(FeatureMatrix.FromRows(golden.GetProperty("X").Rows()), labels);

        var probabilities = fitted.PredictProbabilities(FeatureMatrix.FromRows(golden.GetProperty("X_test").Rows()));
        double[] expected = [.. golden.GetProperty("expected").GetProperty(name).EnumerateArray().Select(row => row.ValueKind == JsonValueKind.Array ? row[1].GetDouble() : row.GetDouble())];
        for (int row = 0; row < expected.Length; row++)
            Assert.Equal(expected[row], probabilities[row, 1], tolerance);
    }

    [Fact]
    public void ThousandsOfThresholds_ShareTheFitsOfTheirClassifier()
    {
        var p = ThresholdForest.Space;
        var grid = p.Forest.MaxDepth.In([.. Enumerable.Range(1, 20).Select(depth => (int?)depth)]) * p.Threshold.Threshold.In([.. Enumerable.Range(1, 200).Select(step => step / 201.0)]);
        var search = new GridSearch<ThresholdForest>(grid) { Evaluation = new StratifiedKFold(5), Scoring = Metric.BalancedAccuracy, Refit = false };

        var plan = search.Plan(Rare(60));

        Assert.Equal(4000, plan.Distinct);
        Assert.Equal(100, plan.FitsOf("Forest"));
    }

    [Fact]
    public void SearchedThreshold_IsBetterForARareLabelThanAHalf()
    {
        var p = ThresholdForest.Space;
        var search = new GridSearch<ThresholdForest>(p.Threshold.Threshold.In(0.1, 0.2, 0.3, 0.5)) { Scoring = Metric.BalancedAccuracy, Metrics = [Metric.LogLoss, Metric.F1("yes")] };

        var result = search.Fit(Rare(), cancellationToken: Token);

        Assert.True(result.Best.Configuration.Threshold.Threshold < 0.5);
        Assert.Single(result.Trials.Select(trial => trial.ScoresOf(Metric.LogLoss).Validation.Mean).Distinct());
        Assert.Equal(result.Best.Configuration.Threshold.Threshold, result.Model.Threshold.Threshold);
    }

    [Fact]
    public void TunedThreshold_IsTheOneThatScoresBestOutOfFold()
    {
        var data = Rare();
        var fitted = new TunedForest { Threshold = new() { Label = "yes", Metric = Metric.F1("yes") } }.Fit(data.Features, data.Targets.Labels);

        Assert.InRange(fitted.Threshold.Threshold, 0.05, 0.5);
        var probabilities = fitted.PredictProbabilities(data.Features);
        var labels = fitted.Predict(data.Features);
        for (int row = 0; row < data.RowCount; row++)
            Assert.Equal(probabilities[row, 1] >= fitted.Threshold.Threshold ? "yes" : "no", labels[row]);
    }

    [Fact]
    public void Costs_MoveTheThresholdAsTheyWeigh()
    {
        var data = Rare();
        double cheap = Tuned(new LabelCost("yes", "no", 1)), dear = Tuned(new LabelCost("yes", "no", 20));

        Assert.True(dear < cheap);

        double Tuned(LabelCost miss) => new TunedForest { Threshold = new() { Label = "yes", Metric = Metric.MeanCost(miss) } }.Fit(data.Features, data.Targets.Labels).Threshold.Threshold;
    }

    [Fact]
    public void Temperature_CoolsAClassifierThatIsTooSure()
    {
        var data = Rare(400);
        var sure = new RandomForestClassifier { Trees = 3, Seed = 1 };
        var model = new TunedForest { Forest = sure, Calibration = new() { Method = CalibrationMethod.Temperature } };

        var fitted = model.Fit(data.Features, data.Targets.Labels);

        Assert.True(fitted.Calibration.Temperature > 1);
        double plain = sure.CrossValidate(data, new StratifiedKFold(4), Metric.LogLoss, cancellationToken: Token).Validation.Mean;
        Assert.True(model.CrossValidate(data, new StratifiedKFold(4), Metric.LogLoss, cancellationToken: Token).Validation.Mean < plain);
    }

    [Fact]
    public void SeveralLabels_AreCalibratedEachAndAddUpToOne()
    {
        var golden = Golden.Read("ensembles.json");
        var labels = Categories.From(golden.GetProperty("y_multiclass").Integers().Select(label => $"{label}"));
        var features = FeatureMatrix.FromRows(golden.GetProperty("X").Rows());
        foreach (var method in Enum.GetValues<CalibrationMethod>())
        {
            var probabilities = new CalibratedBayes { Calibration = new() { Method = method } }.Fit(features, labels).PredictProbabilities(features);
            for (int row = 0; row < probabilities.RowCount; row++)
                Assert.Equal(1, Enumerable.Range(0, probabilities.ColumnCount).Sum(level => probabilities[row, level]), 1e-12);
        }
    }

    [Fact]
    public void OneRow_IsPredictedToTheSameBits()
    {
        var data = Rare(80);
        var fitted = new TunedForest().Fit(data.Features, data.Targets.Labels);
        var (labels, probabilities) = (fitted.Predict(data.Features), fitted.PredictProbabilities(data.Features));

        for (int row = 0; row < data.RowCount; row++)
        {
            double[] values = [data.Features[row, 0], data.Features[row, 1]];
            Assert.Equal(labels[row], fitted.PredictRow(values, data.Features.Names));
            Assert.Equal(probabilities[row, 1], fitted.PredictRowProbabilities(values, data.Features.Names)["yes"]);
        }
    }

    [Theory]
    [InlineData(CalibrationMethod.Sigmoid)]
    [InlineData(CalibrationMethod.Isotonic)]
    [InlineData(CalibrationMethod.Temperature)]
    public void SavedModel_PredictsAsBefore(CalibrationMethod method)
    {
        var data = Rare(120);
        var fitted = new TunedForest { Calibration = new() { Method = method } }.Fit(data.Features, data.Targets.Labels);
        using var stream = new MemoryStream();
        fitted.Save(stream);
        stream.Position = 0;

        var loaded = TunedForest.Fitted.Load(stream);

        Assert.Equal(fitted.PredictProbabilities(data.Features).AsColumnMajor(), loaded.PredictProbabilities(data.Features).AsColumnMajor());
        Assert.Equal(fitted.Predict(data.Features).Codes, loaded.Predict(data.Features).Codes);
    }

    [Fact]
    public void Threads_ChangeNoBit()
    {
        var p = TunedForest.Space;
        double[][] scores = [.. new[] { 1, 3 }.Select(threads => new GridSearch<TunedForest>(p.Forest.MaxDepth.In(2, 4) * p.Calibration.Method.In(CalibrationMethod.Sigmoid, CalibrationMethod.Isotonic))
        {
            Evaluation = new StratifiedKFold(3),
            Scoring = Metric.LogLoss,
            Metrics = [Metric.BalancedAccuracy],
            Threads = threads,
        }.Fit(Rare(150), cancellationToken: Token).Trials.Select(trial => trial.Score!.Value).ToArray())];

        Assert.Equal(scores[0], scores[1]);
    }

    [Fact]
    public void WeightsOfRows_AreLearnedWith()
    {
        var data = Rare(200);
        double[] weights = [.. data.Targets.Labels.Codes.ToArray().Select(code => code == 1 ? 5.0 : 1.0)];
        var model = new TunedForest { Calibration = new() { Method = CalibrationMethod.Sigmoid } };

        var plain = PlannedFit.Fit(model, data);
        var weighted = PlannedFit.Fit(model, new Dataset(data.Features, data.Roles) { Weights = weights });

        Assert.True(weighted.PredictProbabilities(data.Features).Column(1).ToArray().Average() > plain.PredictProbabilities(data.Features).Column(1).ToArray().Average());
    }

    [Fact]
    public void IllegalConfigurations_SayWhatToDo()
    {
        var data = Rare(60);

        Assert.Contains("DecisionThreshold needs the label that its threshold is for, but there is no label maybe. Set Label to one of: no, yes.", Refusal(new ThresholdForest { Threshold = new() { Label = "maybe" } }), StringComparison.Ordinal);
        Assert.Contains("DecisionThreshold needs the label that its threshold is for, but none is set. Set Label to one of: no, yes.", Refusal(new ThresholdForest { Threshold = new() }), StringComparison.Ordinal);
        Assert.Contains("Threshold", Refusal(new ThresholdForest { Threshold = new() { Label = "yes", Threshold = 1.5 } }), StringComparison.Ordinal);
        Assert.Contains("out of bag", Assert.Throws<ArgumentException>(() => new GridSearch<ThresholdForest>(ThresholdForest.Space.Forest.MaxDepth.In(2, 3)) { Evaluation = new OutOfBag(), Scoring = Metric.Accuracy }.Fit(data, cancellationToken: Token)).Message, StringComparison.Ordinal);

        string Refusal(ThresholdForest model) => Assert.ThrowsAny<Exception>(() => model.Fit(data.Features, data.Targets.Labels)).Message;
    }

    private static bool IsRare(int row) => Seed.Of(3).Derive(row).Stream().NextDouble() < 0.15;
}
