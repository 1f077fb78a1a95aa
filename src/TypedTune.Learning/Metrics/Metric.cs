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
    public static LabelScore Precision(Average average) => new("precision", PrecisionOf, average);

    /// <summary>Of the rows that were predicted a label, the share that has it.</summary>
    /// <param name="label">The label.</param>
    public static LabelScore Precision(string label) => new("precision", PrecisionOf, label);

    /// <summary>Of the rows that have a label, the share that was predicted it, averaged over labels.</summary>
    /// <inheritdoc cref="Precision(Average)"/>
    public static LabelScore Recall(Average average) => new("recall", RecallOf, average);

    /// <summary>Of the rows that have a label, the share that was predicted it.</summary>
    /// <param name="label">The label.</param>
    public static LabelScore Recall(string label) => new("recall", RecallOf, label);

    /// <summary>The harmonic mean of precision and recall, averaged over labels.</summary>
    /// <inheritdoc cref="Precision(Average)"/>
    public static LabelScore F1(Average average) => new("F1", FBetaOf(1), average);

    /// <summary>The harmonic mean of a label's precision and recall.</summary>
    /// <param name="label">The label.</param>
    public static LabelScore F1(string label) => new("F1", FBetaOf(1), label);

    /// <summary>F-beta: the harmonic mean of precision and recall, in which recall counts beta² times, averaged over labels.</summary>
    /// <param name="beta">Above 0: 1 for F1, 2 where a miss costs more than a false alarm.</param>
    /// <param name="average">How.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not above 0, or <paramref name="average"/> is not a declared value of the enum.</exception>
    public static LabelScore FBeta(double beta, Average average) => new(NameOf(beta), FBetaOf(beta), average);

    /// <summary>F-beta of a label.</summary>
    /// <param name="beta">Above 0: 1 for F1, 2 where a miss costs more than a false alarm.</param>
    /// <param name="label">The label.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not above 0.</exception>
    public static LabelScore FBeta(double beta, string label) => new(NameOf(beta), FBetaOf(beta), label);

    /// <summary>Jaccard's index: of the rows that have a label or were predicted it, the share that both holds for, averaged over labels.</summary>
    /// <inheritdoc cref="Precision(Average)"/>
    public static LabelScore Jaccard(Average average) => new("Jaccard", JaccardOf, average);

    /// <summary>Jaccard's index of a label.</summary>
    /// <param name="label">The label.</param>
    public static LabelScore Jaccard(string label) => new("Jaccard", JaccardOf, label);

    private static (double Part, double Whole) PrecisionOf(double hits, double predicted, double actual) => (hits, predicted);

    private static (double Part, double Whole) RecallOf(double hits, double predicted, double actual) => (hits, actual);

    private static (double Part, double Whole) JaccardOf(double hits, double predicted, double actual) => (hits, predicted + actual - hits);

    private static Func<double, double, double, (double Part, double Whole)> FBetaOf(double beta)
    {
        if (!(beta > 0 && double.IsFinite(beta * beta)))
            throw new ArgumentOutOfRangeException(nameof(beta), beta, FormattableString.Invariant($"Beta must be above 0 and finite, but is {beta}."));
        return (hits, predicted, actual) => ((1 + beta * beta) * hits, beta * beta * actual + predicted);
    }

    private static string NameOf(double beta) => FormattableString.Invariant($"F{beta}");
}
