using System.Numerics;

namespace TypedTune;

/// <summary>A hyperparameter that is a real number. Every range includes both of its ends. Immutable and thread safe.</summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <param name="lens">Where it is.</param>
/// <param name="bounds">The declared bounds.</param>
public class RealParameter<TRoot>(Lens<TRoot, double> lens, Bounds bounds) : Parameter<TRoot, double>(lens)
{
    /// <summary>A continuum in which every value is as likely. Not a grid: use <see cref="ParameterRange{TRoot, TValue}.Steps"/> or a step for one.</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The largest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is outside the declared bounds or not finite.</exception>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public ParameterRange<TRoot, double> Uniform(double low, double high)
    {
        CheckEnds(low, high);
        return Range(new Distribution.Uniform(low, high), low, high, Scale.Linear);
    }

    /// <summary>The values low, low + step, low + 2 · step, … up to <paramref name="high"/>, which is included where the step meets it, to within a billionth of a step: a finite grid.</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The largest value.</param>
    /// <param name="step">The distance between values, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is outside the declared bounds or not finite, or the step not above 0.</exception>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public Grid<TRoot> Uniform(double low, double high, double step)
    {
        CheckEnds(low, high);
        if (!(step > 0) || !double.IsFinite(step))
            throw new ArgumentOutOfRangeException(nameof(step), step, FormattableString.Invariant($"The step of {Lens.Path} must be above 0 and finite, but is {step}."));
        double steps = Math.Floor((high - low) / step + 1e-9);
        if (!double.IsFinite(steps))
            throw new ArgumentOutOfRangeException(nameof(step), step, FormattableString.Invariant($"The step {step} of {Lens.Path} is too small to be counted from {low} to {high}."));
        var (count, far) = (new BigInteger(steps) + 1, RealRanges.Stepped<BigInteger>(low, high, step));
        return new ValueGrid<TRoot, double>(Lens, new SteppedRange(Code, count, step, far), count, RealRanges.Stepped<long>(low, high, step), far);
    }

    /// <summary>A continuum in which every ratio is as likely. Not a grid: use <see cref="ParameterRange{TRoot, TValue}.Steps"/> for one.</summary>
    /// <param name="low">The smallest value, above 0.</param>
    /// <param name="high">The largest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is outside the declared bounds or not finite, or <paramref name="low"/> is not above 0.</exception>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public ParameterRange<TRoot, double> LogUniform(double low, double high)
    {
        CheckEnds(low, high);
        if (low <= 0)
            throw new ArgumentOutOfRangeException(nameof(low), low, FormattableString.Invariant($"The low end of a log-uniform range of {Lens.Path} must be above 0, but is {low}."));
        return Range(new Distribution.LogUniform(low, high), low, high, Scale.Log);
    }

    /// <summary>A normal distribution, truncated to the declared bounds.</summary>
    /// <param name="mean">The mean before truncation.</param>
    /// <param name="standardDeviation">The standard deviation before truncation, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite, the standard deviation not above 0, or the distribution does not reach the declared bounds.</exception>
    public ParameterRange<TRoot, double> Normal(double mean, double standardDeviation)
    {
        RealRanges.CheckNormal(Lens.Path, mean, standardDeviation);
        var (low, high) = Legal();
        return Range(RealRanges.Normal(Lens.Path, bounds, mean, standardDeviation, low, high), low, high, Scale.Linear);
    }

    /// <summary>A log-normal distribution, truncated to the declared bounds.</summary>
    /// <param name="logMean">The mean of the natural logarithm.</param>
    /// <param name="logStandardDeviation">The standard deviation of the natural logarithm, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite, the standard deviation not above 0, or the distribution does not reach the declared bounds.</exception>
    public ParameterRange<TRoot, double> LogNormal(double logMean, double logStandardDeviation)
    {
        RealRanges.CheckNormal(Lens.Path, logMean, logStandardDeviation);
        var (low, high) = Legal();
        var logarithm = RealRanges.Normal(Lens.Path, bounds, logMean, logStandardDeviation, bounds.Min <= 0 ? double.NegativeInfinity : PortableMath.Log(low), PortableMath.Log(high));
        (low, high) = (Math.Max(low, double.Epsilon), Math.Min(high, double.MaxValue));
        return Range(new Distribution.Exponential(logarithm, low, high), low, high, Scale.Log);
    }

    /// <summary>The whole declared search range, by default that of all legal values, on the declared scale.</summary>
    /// <exception cref="InvalidOperationException">An end is not declared, or the low one is not above 0 on a log scale.</exception>
    public ParameterRange<TRoot, double> All()
    {
        var searched = bounds.Searched;
        if (!searched.IsFinite)
            throw new InvalidOperationException($"{Lens.Path} declares no range: it must be {bounds.Describe()}. Give both Min and Max, or SearchMin and SearchMax, or use Uniform(low, high).");
        if (bounds.Scale == Scale.Log && searched.Min <= 0)
            throw new InvalidOperationException($"{Lens.Path} declares no range on its log scale: it must be {bounds.Describe()}. Give a Min above 0, or use LogUniform(low, high).");
        var (low, high) = EndsOf(searched);
        return bounds.Scale == Scale.Log ? LogUniform(low, high) : Uniform(low, high);
    }

    private protected override NumberCode<double> Code { get; } = new RealCode(bounds.Scale);

    private protected override void Check(double value) => bounds.Check(value, Lens.Path);

    private void CheckEnds(double low, double high)
    {
        Check(low);
        Check(high);
        if (!double.IsFinite(low))
            throw new ArgumentOutOfRangeException(nameof(low), low, FormattableString.Invariant($"A range of {Lens.Path} must have finite ends, but its low end is {low}."));
        if (!double.IsFinite(high))
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"A range of {Lens.Path} must have finite ends, but its high end is {high}."));
        if (low > high)
            throw new ArgumentException(FormattableString.Invariant($"The low end {low} of a range of {Lens.Path} is above its high end {high}."), nameof(low));
        if (!double.IsFinite(high - low))
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"The range of {Lens.Path} from {low} to {high} is too wide: their difference must be finite."));
    }

    private ParameterRange<TRoot, double> Range(Distribution distribution, double low, double high, Scale scale) => new(Lens, new RealRange(Code, scale, low, high), distribution, value => value, null);

    private (double Low, double High) Legal() => EndsOf(bounds);

    private static (double Low, double High) EndsOf(Bounds bounds) => (
        bounds.MinExclusive ? Math.BitIncrement(bounds.Min) : bounds.Min,
        bounds.MaxExclusive ? Math.BitDecrement(bounds.Max) : bounds.Max);
}
