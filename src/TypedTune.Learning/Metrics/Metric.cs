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

    /// <summary>The share of labels that were predicted exactly.</summary>
    public static Accuracy Accuracy { get; } = new();
}
