using TypedTune;
using TypedTune.Learning;

namespace CustomEstimator;

#region step
/// <summary>Replaces values beyond a column's quantiles in the training rows by those quantiles, so that outliers count less.</summary>
public sealed partial record Winsorizer : ITransformer<FittedWinsorizer>
{
    /// <summary>The share of the training rows on either side whose values are replaced.</summary>
    [Hyperparameter(Min = 0, Max = 0.5, MaxExclusive = true)]
    public double Share { get; init; } = 0.01;

    public FittedWinsorizer Fit(FeatureMatrix input, FitContext? context = null)
    {
        ((ITunable)this).Validate();
        input.RequireTrainable(nameof(Winsorizer));
        return new(input.Names, [.. Enumerable.Range(0, input.ColumnCount).Select(column => Limits(input.Column(column).ToArray()))]);
    }

    private (double Low, double High) Limits(double[] values)
    {
        Array.Sort(values);
        int replaced = (int)(Share * values.Length);
        return (values[replaced], values[^(replaced + 1)]);
    }
}

/// <summary>The limits of each column. Immutable and thread safe.</summary>
public sealed partial class FittedWinsorizer(FeatureNames names, (double Low, double High)[] limits) : IFittedStep<FeatureMatrix, FeatureMatrix>
{
    public FeatureNames FeatureNames => names;

    public FeatureMatrix Transform(FeatureMatrix input)
    {
        input.RequireFinite(names, nameof(Winsorizer));
        return FeatureMatrix.FromColumns(names, [.. limits.Select((limit, column) => Array.ConvertAll(input.Column(column).ToArray(), value => Math.Clamp(value, limit.Low, limit.High)))]);
    }
}
#endregion
