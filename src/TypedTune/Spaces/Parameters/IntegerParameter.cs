using System.Numerics;

namespace TypedTune;

/// <summary>A hyperparameter that is a whole number. Every range includes both of its ends. Immutable and thread safe.</summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <typeparam name="TNumber">The hyperparameter's type.</typeparam>
/// <param name="lens">Where it is.</param>
/// <param name="bounds">The declared bounds.</param>
public class IntegerParameter<TRoot, TNumber>(Lens<TRoot, TNumber> lens, Bounds bounds) : Parameter<TRoot, TNumber>(lens)
    where TNumber : struct, IBinaryInteger<TNumber>, IMinMaxValue<TNumber>
{
    /// <summary>The whole numbers from <paramref name="low"/> to <paramref name="high"/>, both included: a finite grid, every value as likely.</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The largest value; left out where the step does not meet it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is outside the declared bounds.</exception>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public Grid<TRoot> Uniform(TNumber low, TNumber high) => Uniform(low, high, TNumber.One);

    /// <inheritdoc cref="Uniform(TNumber, TNumber)"/>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The largest value; left out where the step does not meet it.</param>
    /// <param name="step">The distance between values, at least 1.</param>
    public Grid<TRoot> Uniform(TNumber low, TNumber high, TNumber step)
    {
        CheckEnds(low, high);
        if (step < TNumber.One)
            throw new ArgumentOutOfRangeException(nameof(step), step, $"The step of {Lens.Path} must be at least 1, but is {step}.");
        var (first, distance) = (BigInteger.CreateChecked(low), BigInteger.CreateChecked(step));
        var count = (BigInteger.CreateChecked(high) - first) / distance + 1;
        TNumber Far(BigInteger index) => TNumber.CreateChecked(first + index * distance);
        var values = new IntegerRange<TNumber>(Code, Scale.Linear, low, Far(count - 1), step);
        if (first < long.MinValue || first + (count - 1) * distance > long.MaxValue)
            return new ValueGrid<TRoot, TNumber>(Lens, values, count, index => Far(index), Far);

        // Neither end is beyond a long, nor then is anything between them; only their distance may be, and it wraps around.
        var (near, far) = ((long)first, (ulong)distance);
        return new ValueGrid<TRoot, TNumber>(Lens, values, count, index => TNumber.CreateTruncating(unchecked(near + (long)((ulong)index * far))), Far);
    }

    /// <summary>The whole numbers from <paramref name="low"/> to <paramref name="high"/>, both included, every ratio as likely. Not a grid: use <see cref="ParameterRange{TRoot, TValue}.Steps"/> for one.</summary>
    /// <param name="low">The smallest value, at least 1.</param>
    /// <param name="high">The largest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is outside the declared bounds, or <paramref name="low"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public ParameterRange<TRoot, TNumber> LogUniform(TNumber low, TNumber high)
    {
        CheckEnds(low, high);
        if (low < TNumber.One)
            throw new ArgumentOutOfRangeException(nameof(low), low, $"The low end of a log-uniform range of {Lens.Path} must be at least 1, but is {low}.");

        // Each number owns the interval half a unit to either side, so that the ends are not short-changed by rounding.
        return Rounded(new Distribution.LogUniform(Real(low) - 0.5, Real(high) + 0.5), low, high, Scale.Log, new Distribution.LogUniform(Real(low), Real(high)));
    }

    /// <summary>Rounded draws from a normal distribution, truncated to the declared bounds.</summary>
    /// <param name="mean">The mean before truncation.</param>
    /// <param name="standardDeviation">The standard deviation before truncation, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite, the standard deviation not above 0, or the distribution does not reach the declared bounds.</exception>
    public ParameterRange<TRoot, TNumber> Normal(double mean, double standardDeviation)
    {
        RealRanges.CheckNormal(Lens.Path, mean, standardDeviation);
        var (low, high) = Legal();
        return Rounded(RealRanges.Normal(Lens.Path, bounds, mean, standardDeviation, Real(low) - 0.5, Real(high) + 0.5), low, high, Scale.Linear);
    }

    /// <summary>Rounded draws from a log-normal distribution, truncated to the declared bounds and to 1 at least.</summary>
    /// <param name="logMean">The mean of the natural logarithm.</param>
    /// <param name="logStandardDeviation">The standard deviation of the natural logarithm, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite, the standard deviation not above 0, or the distribution does not reach the declared bounds.</exception>
    public ParameterRange<TRoot, TNumber> LogNormal(double logMean, double logStandardDeviation)
    {
        RealRanges.CheckNormal(Lens.Path, logMean, logStandardDeviation);
        var (low, high) = Legal();
        low = TNumber.Max(low, TNumber.One);
        var (from, to) = (Real(low) - 0.5, Real(high) + 0.5);
        var logarithm = RealRanges.Normal(Lens.Path, bounds, logMean, logStandardDeviation, PortableMath.Log(from), PortableMath.Log(to));
        return Rounded(new Distribution.Exponential(logarithm, from, to), low, high, Scale.Log);
    }

    /// <summary>The whole declared search range, by default that of all legal values, on the declared scale: a grid where that is linear.</summary>
    /// <exception cref="InvalidOperationException">An end is not declared.</exception>
    public Space<TRoot> All()
    {
        if (!bounds.Searched.IsFinite)
            throw new InvalidOperationException($"{Lens.Path} declares no range: it must be {bounds.Describe()}. Give both Min and Max, or SearchMin and SearchMax, or use Uniform(low, high).");
        var (low, high) = EndsOf(bounds.Searched);
        return bounds.Scale == Scale.Log ? LogUniform(low, high) : Uniform(low, high);
    }

    private protected override NumberCode<TNumber> Code { get; } = new IntegerCode<TNumber>(bounds.Scale);

    private protected override void Check(TNumber value) => bounds.Check(value, Lens.Path);

    private void CheckEnds(TNumber low, TNumber high)
    {
        Check(low);
        Check(high);
        if (low > high)
            throw new ArgumentException($"The low end {low} of a range of {Lens.Path} is above its high end {high}.", nameof(low));
    }

    private ParameterRange<TRoot, TNumber> Rounded(Distribution distribution, TNumber low, TNumber high, Scale scale, Distribution? stepped = null) => new(
        Lens,
        new IntegerRange<TNumber>(Code, scale, low, high, TNumber.One),
        distribution,
        value => TNumber.Clamp(TNumber.CreateSaturating(Math.Round(value)), low, high),
        BigInteger.CreateChecked(high) - BigInteger.CreateChecked(low) + 1,
        stepped);

    private (TNumber Low, TNumber High) Legal() => EndsOf(bounds);

    private static (TNumber Low, TNumber High) EndsOf(Bounds bounds)
    {
        var low = TNumber.CreateSaturating(Math.Ceiling(bounds.Min));
        var high = TNumber.CreateSaturating(Math.Floor(bounds.Max));
        return (
            bounds.MinExclusive && Real(low) == bounds.Min ? low + TNumber.One : low,
            bounds.MaxExclusive && Real(high) == bounds.Max ? high - TNumber.One : high);
    }

    private static double Real(TNumber value) => double.CreateSaturating(value);
}
