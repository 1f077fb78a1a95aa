namespace TypedTune.Learning;

/// <summary>
/// Makes a classifier's probabilities mean what they say: of rows that are given 0.8, four in five have the label. A step of a pipeline behind a classifier, learned from
/// predictions of rows that the classifier did not learn from.
/// </summary>
/// <remarks>
/// One curve on the predictions of all folds, and one classifier of all rows: scikit-learn's <c>CalibratedClassifierCV(ensemble=False)</c>. Of several labels each is
/// calibrated against all others, and their probabilities are divided by their sum. The most probable label is chosen.
/// </remarks>
public sealed partial record Calibration : IProbabilityAdjustment<FittedCalibration>
{
    /// <summary>The kind of curve. Default: <see cref="CalibrationMethod.Sigmoid"/>.</summary>
    [Hyperparameter]
    public CalibrationMethod Method { get; init; } = CalibrationMethod.Sigmoid;

    /// <summary>The folds by which training rows are predicted. Default: 5 that suit the rows.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [ConfigurationIgnore]
    public ISplitter Folds
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Folds));
    } = new SuitableFolds(5);

    ISplitter? IProbabilityAdjustment.Folds => Folds;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer than two labels, or a bound is violated.</exception>
    public FittedCalibration Fit(FeatureMatrix probabilities, Categories target, double[]? weights)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(target);
        DeclaredBounds.Check(this);
        if (probabilities.ColumnCount < 2)
            throw new ArgumentException($"{nameof(Calibration)} needs at least 2 labels, but the targets have {probabilities.ColumnCount}. Add rows of another label.", nameof(probabilities));
        List<string> levels = [.. probabilities.Names];
        int[] codes = target.CodesIn(levels);
        double[] counts = weights ?? [.. Enumerable.Repeat(1.0, codes.Length)];
        if (Method == CalibrationMethod.Temperature)
            return FittedCalibration.FromTemperature(probabilities.Names, TemperatureFit.Find(probabilities, codes, counts));

        // Of two labels, one curve does for both.
        var curves = Enumerable.Range(probabilities.ColumnCount == 2 ? 1 : 0, probabilities.ColumnCount == 2 ? 1 : probabilities.ColumnCount)
            .Select(level => Curve(probabilities.Column(level), Array.ConvertAll(codes, code => code == level), counts));
        return FittedCalibration.FromCurves(probabilities.Names, [.. curves]);
    }

    private ProbabilityCurve Curve(ReadOnlySpan<double> probabilities, bool[] isLabel, double[] weights) => Method == CalibrationMethod.Isotonic
        ? IsotonicFit.Find(probabilities, Array.ConvertAll(isLabel, has => has ? 1.0 : 0), weights)
        : SigmoidFit.Find(probabilities, isLabel, weights);
}
