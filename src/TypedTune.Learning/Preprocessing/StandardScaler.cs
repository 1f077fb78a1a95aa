namespace TypedTune.Learning;

/// <summary>Brings each column to mean 0 and standard deviation 1 over the training rows.</summary>
/// <remarks>
/// The standard deviation is the population's (divided by N), and a column that is constant up to rounding is not divided,
/// both as in scikit-learn. Missing values are refused, where scikit-learn passes them through. Names stay as they are.
/// </remarks>
[MissingValues(MissingValueTreatment.Refuse)]
public sealed partial record StandardScaler : ITransformer<FittedStandardScaler>, IFitEstimate
{
    // What the values of a constant column are divided by.
    private const double Constant = 1;

    /// <summary>Whether the mean is subtracted. Default: <see langword="true"/>.</summary>
    [Hyperparameter(InAll = false)]
    public bool WithMean { get; init; } = true;

    /// <summary>Whether values are divided by the standard deviation. Default: <see langword="true"/>.</summary>
    [Hyperparameter(InAll = false)]
    public bool WithStandardDeviation { get; init; } = true;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no rows or columns, or a value is missing or infinite.</exception>
    public FittedStandardScaler Fit(FeatureMatrix input, FitContext? context = null)
    {
        DeclaredBounds.Check(this);
        input.RequireTrainable(nameof(StandardScaler));
        var means = new double[input.ColumnCount];
        var deviations = new double[input.ColumnCount];
        for (int c = 0; c < means.Length; c++)
        {
            int unit = PowerUnit.Choose(input.Column(c));
            (means[c], deviations[c]) = unit == 0 ? Moments(input.Column(c)) : InUnit(input.Column(c).ToArray(), unit);
        }

        return new FittedStandardScaler(input.Names, means, deviations, WithMean, WithStandardDeviation);
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => new(8 * input.Values);

    private static (double Mean, double Deviation) InUnit(double[] column, int unit)
    {
        var (mean, deviation) = Moments(PowerUnit.Take(column, unit));
        return (Math.ScaleB(mean, unit), deviation == Constant ? Constant : Math.ScaleB(deviation, unit));
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> column)
    {
        int rows = column.Length;
        double mean = 0;
        foreach (double value in column)
            mean += value;
        mean /= rows;

        // The second sum would be 0 but for rounding; subtracting it takes the mean's own error out of the variance
        // (Chan, Golub and LeVeque, "Algorithms for computing the sample variance", 1983).
        double squares = 0, rest = 0;
        foreach (double value in column)
        {
            double deviation = value - mean;
            squares += deviation * deviation;
            rest += deviation;
        }

        double variance = (squares - rest * rest / rows) / rows;
        return (mean, Rounding.IsConstant(rows, mean, variance) ? Constant : Math.Sqrt(variance));
    }
}
