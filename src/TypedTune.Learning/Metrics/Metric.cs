namespace TypedTune.Learning;

/// <summary>The metrics that come with the library. Scores are unsigned; each metric knows its own direction.</summary>
public static class Metric
{
    /// <summary>RMSE: the square root of the mean of the squared errors.</summary>
    public static RootMeanSquaredError RootMeanSquaredError { get; } = new();

    /// <summary>MSE: the mean of the squared errors.</summary>
    public static MeanSquaredError MeanSquaredError { get; } = new();

    /// <summary>MAE: the mean of the absolute errors.</summary>
    public static MeanAbsoluteError MeanAbsoluteError { get; } = new();

    /// <summary>R²: the share of the targets' variance that is explained.</summary>
    public static RSquared RSquared { get; } = new();

    /// <summary>The share of the targets' variance that is left out of the errors'.</summary>
    public static ExplainedVariance ExplainedVariance { get; } = new();

    /// <summary>The largest absolute error.</summary>
    public static MaxError MaxError { get; } = new();

    /// <summary>MAPE: the mean of the absolute errors as shares of the targets.</summary>
    public static MeanAbsolutePercentageError MeanAbsolutePercentageError { get; } = new();

    /// <summary>MSLE: the mean of the squared differences of log(1 + y).</summary>
    public static MeanSquaredLogError MeanSquaredLogError { get; } = new();

    /// <summary>RMSLE: the square root of <see cref="MeanSquaredLogError"/>.</summary>
    public static RootMeanSquaredLogError RootMeanSquaredLogError { get; } = new();

    /// <summary>The mean Poisson deviance, for counts.</summary>
    public static MeanTweedieDeviance MeanPoissonDeviance { get; } = new(1);

    /// <summary>The mean gamma deviance, for positive amounts whose ratios matter.</summary>
    public static MeanTweedieDeviance MeanGammaDeviance { get; } = new(2);

    /// <summary>The share of labels that were predicted exactly.</summary>
    public static Accuracy Accuracy { get; } = new();

    /// <summary>The mean Tweedie deviance.</summary>
    /// <param name="power">At most 0, or at least 1: 0 for squared errors, 1 for Poisson, between 1 and 2 for amounts many of which are 0, 2 for gamma.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> has no distribution.</exception>
    public static MeanTweedieDeviance MeanTweedieDeviance(double power) => new(Tweedie.Require(power));

    /// <summary>The mean over labels of the share of their rows that was predicted exactly.</summary>
    public static BalancedAccuracy BalancedAccuracy { get; } = new();

    /// <summary>Matthews' correlation of labels and predictions.</summary>
    public static MatthewsCorrelation MatthewsCorrelation { get; } = new();

    /// <summary>Log loss, or cross-entropy, of probabilities.</summary>
    public static LogLoss LogLoss { get; } = new();

    /// <summary>The Brier score of probabilities.</summary>
    public static BrierScore BrierScore { get; } = new();

    /// <summary>Cohen's kappa: how much better than by chance labels and predictions agree.</summary>
    /// <param name="weights">How much a wrong label costs. Default: every one the same.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weights"/> is not a declared value of the enum.</exception>
    public static CohenKappa CohenKappa(KappaWeights weights = KappaWeights.None) => new(weights);

    /// <summary>Of the rows that were predicted a label, the share that has it, averaged over labels.</summary>
    /// <param name="average">How.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="average"/> is not a declared value of the enum.</exception>
    public static LabelScore Precision(Average average) => new("precision", LabelShares.Precision, average);

    /// <summary>Of the rows that were predicted a label, the share that has it.</summary>
    /// <param name="label">The label.</param>
    public static LabelScore Precision(string label) => new("precision", LabelShares.Precision, label);

    /// <summary>Of the rows that have a label, the share that was predicted it, averaged over labels.</summary>
    /// <inheritdoc cref="Precision(Average)"/>
    public static LabelScore Recall(Average average) => new("recall", LabelShares.Recall, average);

    /// <summary>Of the rows that have a label, the share that was predicted it.</summary>
    /// <param name="label">The label.</param>
    public static LabelScore Recall(string label) => new("recall", LabelShares.Recall, label);

    /// <summary>The harmonic mean of precision and recall, averaged over labels.</summary>
    /// <inheritdoc cref="Precision(Average)"/>
    public static LabelScore F1(Average average) => new("F1", LabelShares.FBeta(1), average);

    /// <summary>The harmonic mean of a label's precision and recall.</summary>
    /// <param name="label">The label.</param>
    public static LabelScore F1(string label) => new("F1", LabelShares.FBeta(1), label);

    /// <summary>F-beta: the harmonic mean of precision and recall, in which recall counts beta² times, averaged over labels.</summary>
    /// <param name="beta">Above 0: 1 for F1, 2 where a miss costs more than a false alarm.</param>
    /// <param name="average">How.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not above 0, or <paramref name="average"/> is not a declared value of the enum.</exception>
    public static LabelScore FBeta(double beta, Average average) => new(LabelShares.NameFBeta(beta), LabelShares.FBeta(beta), average);

    /// <summary>F-beta of a label.</summary>
    /// <param name="beta">Above 0: 1 for F1, 2 where a miss costs more than a false alarm.</param>
    /// <param name="label">The label.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not above 0.</exception>
    public static LabelScore FBeta(double beta, string label) => new(LabelShares.NameFBeta(beta), LabelShares.FBeta(beta), label);

    /// <summary>Jaccard's index: of the rows that have a label or were predicted it, the share that both holds for, averaged over labels.</summary>
    /// <inheritdoc cref="Precision(Average)"/>
    public static LabelScore Jaccard(Average average) => new("Jaccard", LabelShares.Jaccard, average);

    /// <summary>Jaccard's index of a label.</summary>
    /// <param name="label">The label.</param>
    public static LabelScore Jaccard(string label) => new("Jaccard", LabelShares.Jaccard, label);

    /// <summary>ROC-AUC of two labels, or of several: each label against all others, averaged.</summary>
    /// <param name="average">How several labels are averaged; of two it makes no difference. Default: <see cref="Average.Macro"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="average"/> is not a declared value of the enum.</exception>
    public static RocAuc RocAuc(Average average = Average.Macro) => new(average, inPairs: false);

    /// <summary>ROC-AUC of a label against all others.</summary>
    /// <param name="label">The label.</param>
    public static RocAuc RocAuc(string label) => new(label);

    /// <summary>ROC-AUC of each pair of labels, averaged: how frequent labels are makes no difference.</summary>
    /// <param name="average"><see cref="Average.Macro"/>, the default, or <see cref="Average.Weighted"/>, by the rows of each pair.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="average"/> is another one.</exception>
    public static RocAuc RocAucOfPairs(Average average = Average.Macro) => new(average, inPairs: true);

    /// <summary>The part of ROC-AUC up to a false positive rate.</summary>
    /// <param name="label">The label.</param>
    /// <param name="maxFalsePositiveRate">Above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxFalsePositiveRate"/> is outside.</exception>
    public static PartialRocAuc PartialRocAuc(string label, double maxFalsePositiveRate) => new(label, maxFalsePositiveRate);

    /// <summary>Average precision of each label against all others, averaged.</summary>
    /// <param name="average">How. Default: <see cref="Average.Macro"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="average"/> is not a declared value of the enum.</exception>
    public static AveragePrecision AveragePrecision(Average average = Average.Macro) => new(average);

    /// <summary>Average precision of a label.</summary>
    /// <param name="label">The label.</param>
    public static AveragePrecision AveragePrecision(string label) => new(label);

    /// <summary>The share of rows whose label is among the most probable ones.</summary>
    /// <param name="k">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    public static TopKAccuracy TopKAccuracy(int k) => new(k);

    /// <summary>Expected calibration error of probabilities.</summary>
    /// <param name="bins">How many bins, at least 1. Default: 10.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public static CalibrationError CalibrationError(int bins = TypedTune.Learning.CalibrationError.DefaultBins) => new(bins);

    /// <summary>How much more often a label is predicted for rows that have it than for others.</summary>
    /// <param name="label">The label.</param>
    public static LikelihoodRatio PositiveLikelihoodRatio(string label) => new(label, isPositive: true);

    /// <summary>How much more often a label is not predicted for rows that have it than for others.</summary>
    /// <param name="label">The label.</param>
    public static LikelihoodRatio NegativeLikelihoodRatio(string label) => new(label, isPositive: false);

    /// <summary>D² of the log loss of probabilities.</summary>
    public static D2LogLoss D2LogLoss { get; } = new();

    /// <summary>The mean cost of predicted labels: 0 for right ones and 1 for wrong ones, but for those that are given.</summary>
    /// <param name="costs">What predictions cost, each once.</param>
    /// <exception cref="ArgumentException">A cost is not finite, or given twice.</exception>
    public static MeanCost MeanCost(params IReadOnlyList<LabelCost> costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return new(costs);
    }

    /// <summary>The median of the absolute errors.</summary>
    public static MedianAbsoluteError MedianAbsoluteError { get; } = new();

    /// <summary>D² of the absolute error: the share that predictions take away of the targets' distance from their median.</summary>
    public static D2Pinball D2AbsoluteError { get; } = new(0.5);

    /// <summary>The mean pinball loss of numbers that predict a quantile.</summary>
    /// <param name="quantile">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantile"/> is outside.</exception>
    public static MeanPinballLoss MeanPinballLoss(double quantile) => new(Pinball.Require(quantile));

    /// <summary>D² of the pinball loss of numbers that predict a quantile.</summary>
    /// <param name="quantile">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantile"/> is outside.</exception>
    public static D2Pinball D2Pinball(double quantile) => new(Pinball.Require(quantile));

    /// <summary>D² of the Tweedie deviance.</summary>
    /// <param name="power">As of <see cref="MeanTweedieDeviance"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> has no distribution.</exception>
    public static D2Tweedie D2Tweedie(double power) => new(Tweedie.Require(power));

    /// <summary>The mean pinball loss of predicted quantiles.</summary>
    /// <param name="levels">Which, from 0 to 1, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside, or not a number.</exception>
    public static QuantileLoss QuantileLoss(params IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return new($"quantile loss at {Excerpt.FromList(levels.Select(level => FormattableString.Invariant($"{level}")))}", levels, 1);
    }

    /// <summary>
    /// CRPS, the continuous ranked probability score, from quantiles: twice the mean pinball loss of levels in the middles of even parts of 0 to 1, in the target's unit. 0 is
    /// perfect; of a single number it is the mean absolute error.
    /// </summary>
    /// <param name="levels">Of how many quantiles, at least 1: the more, the nearer to the integral. Default: 50.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="levels"/> is below 1.</exception>
    public static QuantileLoss Crps(int levels = DefaultLevels) => levels >= 1
        ? new(levels == DefaultLevels ? "CRPS" : $"CRPS of {levels} quantiles", [.. Enumerable.Range(0, levels).Select(level => (level + 0.5) / levels)], 2)
        : throw new ArgumentOutOfRangeException(nameof(levels), levels, $"At least 1 quantile is needed, but there are {levels}.");

    /// <summary>The share of targets in the central prediction interval.</summary>
    /// <param name="coverage">The share that should be in it, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coverage"/> is outside.</exception>
    public static IntervalCoverage IntervalCoverage(double coverage) => new(coverage);

    /// <summary>The mean width of the central prediction interval.</summary>
    /// <inheritdoc cref="IntervalCoverage(double)"/>
    public static IntervalWidth IntervalWidth(double coverage) => new(coverage);

    /// <summary>The interval score of the central prediction interval: its width, and a penalty for targets outside.</summary>
    /// <inheritdoc cref="IntervalCoverage(double)"/>
    public static IntervalScore IntervalScore(double coverage) => new(coverage);

    /// <summary>A metric of numbers that is the mean over rows of a function of the target and the prediction; rows count by their weights.</summary>
    /// <param name="name">Its name. A search is not continued with another function of the same name only if the name is changed with it.</param>
    /// <param name="direction">Whether small or large scores are good.</param>
    /// <param name="ofRow">The target and the prediction of a row, to a finite number; pure and thread safe.</param>
    public static IMetric<IRegression> MeanOf(string name, Direction direction, Func<double, double, double> ofRow)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(ofRow);
        return new RowMeanMetric(name, direction, ofRow);
    }

    /// <summary>A metric that is a function of all targets, predictions and weights, which are null where all rows count the same.</summary>
    /// <typeparam name="TEstimator">Whose predictions it scores: <see cref="IRegression"/>, <see cref="IClassification"/>, <see cref="IProbabilisticClassification"/> or <see cref="IQuantileRegression"/>.</typeparam>
    /// <param name="name">Its name, which a search that is continued knows it by.</param>
    /// <param name="direction">Whether small or large scores are good.</param>
    /// <param name="score">Scores; pure and thread safe.</param>
    /// <param name="needs">What it needs beside a number or a label a row. Default: probabilities if <typeparamref name="TEstimator"/> has them, else nothing.</param>
    public static IMetric<TEstimator> FromFunction<TEstimator>(string name, Direction direction, Func<Targets, Predictions, double[]?, double> score, PredictionNeeds? needs = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(score);
        return new FunctionMetric<TEstimator>(name, direction, needs ?? (typeof(TEstimator) == typeof(IProbabilisticClassification) ? new() { Probabilities = true } : PredictionNeeds.Points), score);
    }

    private const int DefaultLevels = 50;
}
