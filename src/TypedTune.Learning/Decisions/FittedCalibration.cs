namespace TypedTune.Learning;

/// <summary>Calibrated probabilities. Immutable and thread safe.</summary>
public sealed class FittedCalibration : IFittedProbabilityAdjustment, IPersistentModel<FittedCalibration>
{
    private readonly FeatureNames _labels;
    private readonly ProbabilityCurve[] _curves;
    private readonly double? _temperature;

    private FittedCalibration(FeatureNames labels, ProbabilityCurve[] curves, double? temperature)
    {
        (_labels, _curves, _temperature) = (labels, curves, temperature);
    }

    /// <summary>The temperature, by which logarithms of probabilities are divided: above 1 where the classifier was too sure. Null for other methods.</summary>
    public double? Temperature => _temperature;

    static string IPersistentModel<FittedCalibration>.ModelName => nameof(Calibration);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The labels are others.</exception>
    public FeatureMatrix AdjustProbabilities(FeatureMatrix probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        probabilities.RequireColumns(_labels, nameof(Calibration));
        int levels = probabilities.ColumnCount;
        double[][] columns = [.. Enumerable.Range(0, levels).Select(level => probabilities.Column(level).ToArray())];
        Span<double> row = new double[levels];
        for (int i = 0; i < probabilities.RowCount; i++)
        {
            for (int level = 0; level < levels; level++)
                row[level] = columns[level][i];
            Adjust(row);
            for (int level = 0; level < levels; level++)
                columns[level][i] = row[level];
        }

        return FeatureMatrix.FromColumns(probabilities.Names, columns);
    }

    /// <inheritdoc/>
    public Categories ChooseLabels(FeatureMatrix probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return MostProbable.Labels(probabilities);
    }

    /// <summary>The method.</summary>
    public override string ToString() => _temperature is { } temperature
        ? FormattableString.Invariant($"temperature {temperature:G4}")
        : $"{(_curves[0].At.Length == 0 ? "sigmoid" : "isotonic")} calibration of {_labels.Count} labels";

    internal static FittedCalibration FromCurves(FeatureNames labels, ProbabilityCurve[] curves) => new(labels, curves, null);

    internal static FittedCalibration FromTemperature(FeatureNames labels, double temperature) => new(labels, [], temperature);

    void IPersistentModel<FittedCalibration>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Labels", _labels);
        writer.Numbers("Temperature", _temperature is { } temperature ? [temperature] : []);
        writer.Integers("Points", [.. _curves.Select(curve => curve.At.Length)]);
        writer.Numbers("Slopes", [.. _curves.Select(curve => curve.Slope)]);
        writer.Numbers("Intercepts", [.. _curves.Select(curve => curve.Intercept)]);
        writer.Numbers("At", [.. _curves.SelectMany(curve => curve.At)]);
        writer.Numbers("Values", [.. _curves.SelectMany(curve => curve.Values)]);
    }

    static FittedCalibration IPersistentModel<FittedCalibration>.Read(ModelReader reader)
    {
        var labels = reader.FeatureNames("Labels");
        double[] temperature = reader.Numbers("Temperature");
        int[] points = reader.Integers("Points");
        double[] slopes = reader.Numbers("Slopes"), intercepts = reader.Numbers("Intercepts"), at = reader.Numbers("At"), values = reader.Numbers("Values");
        reader.Require(labels.Count >= 2 && temperature.Length <= 1 && Array.TrueForAll(temperature, own => own > 0 && double.IsFinite(own)), "the temperature is no number above 0");
        reader.Require(points.Length == (temperature.Length == 1 ? 0 : labels.Count == 2 ? 1 : labels.Count) && slopes.Length == points.Length && intercepts.Length == points.Length, "there is not a curve a label");
        reader.Require(Array.TrueForAll(points, count => count >= 0) && points.Sum(count => (long)count) == at.Length && values.Length == at.Length, "points of the curves are missing");
        reader.Require(slopes.Concat(intercepts).All(double.IsFinite) && values.All(value => value is >= 0 and <= 1), "a number of a curve is out of range");
        var curves = new ProbabilityCurve[points.Length];
        for (int i = 0, start = 0; i < curves.Length; start += points[i], i++)
        {
            double[] own = at[start..(start + points[i])];
            reader.Require(own.Zip(own.Skip(1)).All(pair => pair.First < pair.Second), "the points of a curve do not ascend");
            curves[i] = new ProbabilityCurve(slopes[i], intercepts[i], own, values[start..(start + points[i])]);
        }

        return new FittedCalibration(labels, curves, temperature.Length == 1 ? temperature[0] : null);
    }

    private void Adjust(Span<double> row)
    {
        if (_temperature is { } temperature)
        {
            TemperatureFit.Scale(row, 1 / temperature);
        }
        else if (_curves.Length == 1)
        {
            row[1] = _curves[0].Map(row[1]);
            row[0] = 1 - row[1];
        }
        else
        {
            double sum = 0;
            for (int level = 0; level < row.Length; level++)
                sum += row[level] = _curves[level].Map(row[level]);
            for (int level = 0; level < row.Length; level++)
                row[level] = sum > 0 ? row[level] / sum : 1.0 / row.Length;
        }
    }
}
