using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Replaces each missing number with a statistic of its column's training rows, or with a constant.</summary>
/// <remarks>
/// The statistics are scikit-learn's. A column without any value is refused, where scikit-learn drops it: a column that
/// comes and goes with the fold is no feature. Names stay as they are.
/// </remarks>
[MissingValues(MissingValueTreatment.Fill)]
public sealed partial record SimpleImputer : ITransformer<FittedSimpleImputer>, IFitEstimate
{
    /// <summary>The value that replaces a missing number. Default: <see cref="ImputeStrategy.Median"/>.</summary>
    [Hyperparameter(InAll = false)]
    public ImputeStrategy Strategy { get; init; } = ImputeStrategy.Median;

    /// <summary>The replacement under <see cref="ImputeStrategy.Constant"/>, a finite number; not used otherwise. Default: 0.</summary>
    public double FillValue { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A column has no value to take a statistic of, a value is infinite, or the constant is not finite.</exception>
    public FittedSimpleImputer Fit(FeatureMatrix input, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        DeclaredBounds.Check(this);
        if (!double.IsFinite(FillValue))
            throw new ArgumentException($"{nameof(FillValue)} must be a finite number, but is {FillValue.ToString(CultureInfo.InvariantCulture)}.");
        input.RequireNoInfinity(nameof(SimpleImputer));
        var statistics = new double[input.ColumnCount];
        for (int c = 0; c < statistics.Length; c++)
            statistics[c] = Strategy == ImputeStrategy.Constant ? FillValue : Statistic(Present(input, c), input.Names[c]);
        return new FittedSimpleImputer(input.Names, statistics);
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => new(input.Values * Strategy switch
    {
        ImputeStrategy.Constant => 4,
        ImputeStrategy.MostFrequent => 10 + 6 * Math.Log2(Math.Max(2, input.Rows)),
        _ => 20,
    });

    private static double[] Present(FeatureMatrix input, int column)
    {
        var values = input.Column(column);
        var present = new double[values.Length];
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
                present[count++] = value;
        }

        if (count == 0)
            throw new ArgumentException($"{Excerpt.From(input.Names[column])} has no value in any of the {values.Length} rows, so there is nothing to impute from. Leave the column out, or use {nameof(ImputeStrategy)}.{nameof(ImputeStrategy.Constant)}.");
        return present[..count];
    }

    private double Statistic(double[] present, string column)
    {
        double statistic = Strategy switch
        {
            ImputeStrategy.Mean => present.Sum() / present.Length,
            ImputeStrategy.Median => Median(present),
            ImputeStrategy.MostFrequent => MostFrequent(present),
            _ => throw new ArgumentException($"{nameof(Strategy)} is {(int)Strategy}, which is no {nameof(ImputeStrategy)}."),
        };
        return double.IsFinite(statistic)
            ? statistic
            : throw new ArgumentException($"The mean of {Excerpt.From(column)} is beyond the range of a double. Scale the column first.");
    }

    private static double Median(double[] values)
    {
        int middle = values.Length / 2;
        double high = OrderStatistic.Select(values, middle);
        if (values.Length % 2 == 1)
            return high;
        double low = double.NegativeInfinity;
        foreach (double value in values.AsSpan(0, middle))
            low = Math.Max(low, value);

        // Halved before they are added: the sum of two large values may overflow.
        return low / 2 + high / 2;
    }

    private static double MostFrequent(double[] values)
    {
        Array.Sort(values);
        double best = values[0];
        int most = 0, run = 0;
        for (int i = 0; i < values.Length; i++)
        {
            run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
            if (run > most)
                (most, best) = (run, values[i]);
        }

        return best;
    }
}
