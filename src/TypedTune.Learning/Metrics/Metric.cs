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
}
