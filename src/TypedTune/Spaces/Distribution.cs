using MathNet.Numerics.Distributions;

namespace TypedTune;

/// <summary>How values spread over a range, by way of the quantile function.</summary>
internal abstract class Distribution
{
    /// <summary>The value below which a share of the draws lies.</summary>
    /// <param name="share">From 0, the low end, to 1, the high end.</param>
    public abstract double Quantile(double share);

    /// <summary>A number of values that stand for the distribution, ascending.</summary>
    public virtual IEnumerable<double> Steps(int count) => Enumerable.Range(0, count).Select(i => Quantile((i + 0.5) / count));

    private protected IEnumerable<double> FromEndToEnd(int count) =>
        Enumerable.Range(0, count).Select(i => Quantile(count == 1 ? 0.5 : i / (count - 1.0)));

    /// <summary>Every value as likely.</summary>
    public sealed class Uniform(double low, double high) : Distribution
    {
        public override double Quantile(double share) => share >= 1 ? high : Math.Min(high, low + share * (high - low));

        public override IEnumerable<double> Steps(int count) => FromEndToEnd(count);
    }

    /// <summary>Every ratio as likely.</summary>
    public sealed class LogUniform(double low, double high) : Distribution
    {
        public override double Quantile(double share) => share switch
        {
            <= 0 => low,
            >= 1 => high,
            _ => Math.Clamp(Math.Exp(Math.Log(low) + share * (Math.Log(high) - Math.Log(low))), low, high),
        };

        public override IEnumerable<double> Steps(int count) => FromEndToEnd(count);
    }

    /// <summary>A normal distribution cut off at both ends.</summary>
    public sealed class TruncatedNormal(double mean, double standardDeviation, double low, double high) : Distribution
    {
        private readonly double _below = Normal.CDF(mean, standardDeviation, low);
        private readonly double _upTo = Normal.CDF(mean, standardDeviation, high);

        public override double Quantile(double share) =>
            Math.Clamp(Normal.InvCDF(mean, standardDeviation, _below + share * (_upTo - _below)), low, high);
    }

    /// <summary>The exponential of another distribution's values.</summary>
    public sealed class Exponential(Distribution logarithm, double low, double high) : Distribution
    {
        public override double Quantile(double share) => Math.Clamp(Math.Exp(logarithm.Quantile(share)), low, high);
    }
}
