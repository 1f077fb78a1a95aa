namespace TypedTune.Learning;

/// <summary>A linear model. Immutable and thread safe.</summary>
public sealed class FittedRidge : IFittedRowRegressor, IPersistentModel<FittedRidge>
{
    private readonly double[] _coefficients;

    internal FittedRidge(FeatureNames featureNames, double[] coefficients, double intercept)
    {
        FeatureNames = featureNames;
        _coefficients = coefficients;
        Intercept = intercept;
    }

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>By how much a prediction rises with each column, one a column.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>The prediction where every column is 0; 0 if no intercept was fitted.</summary>
    public double Intercept { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, a value is missing or infinite, or a prediction is beyond the range of a double; the message names its row.</exception>
    public double[] Predict(FeatureMatrix features, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.RequireFinite(FeatureNames, nameof(Ridge));
        var predictions = new double[features.RowCount];
        Array.Fill(predictions, Intercept);
        for (int c = 0; c < _coefficients.Length; c++)
        {
            var column = features.Column(c);
            double coefficient = _coefficients[c];
            for (int row = 0; row < predictions.Length; row++)
                predictions[row] += coefficient * column[row];
        }

        int beyond = Array.FindIndex(predictions, prediction => !double.IsFinite(prediction));
        return beyond < 0 ? predictions : throw Beyond(beyond);
    }

    /// <inheritdoc/>
    public double PredictRow(ReadOnlySpan<double> row, FeatureNames names)
    {
        RowChecks.RequireFinite(row, names, FeatureNames, nameof(Ridge));
        double prediction = Intercept;
        for (int c = 0; c < row.Length; c++)
            prediction += _coefficients[c] * row[c];
        return double.IsFinite(prediction) ? prediction : throw Beyond(0);
    }

    private static ArgumentException Beyond(int row) =>
        new($"{nameof(Ridge)}'s prediction for row {row} is beyond the range of a double. Correct that row, or fit on a smaller target.", "features");

    static string IPersistentModel<FittedRidge>.ModelName => nameof(Ridge);

    void IPersistentModel<FittedRidge>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", FeatureNames);
        writer.Numbers("Coefficients", _coefficients);
        writer.Number("Intercept", Intercept);
    }

    static FittedRidge IPersistentModel<FittedRidge>.Read(ModelReader reader)
    {
        var names = reader.FeatureNames("Names");
        double[] coefficients = reader.Numbers("Coefficients");
        double intercept = reader.Number("Intercept");
        reader.Require(coefficients.Length == names.Count && Array.TrueForAll(coefficients, double.IsFinite) && double.IsFinite(intercept), "a coefficient is missing, or not finite");
        return new FittedRidge(names, coefficients, intercept);
    }
}
