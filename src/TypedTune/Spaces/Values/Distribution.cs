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
            _ => Math.Clamp(PortableMath.Exp(PortableMath.Log(low) + share * (PortableMath.Log(high) - PortableMath.Log(low))), low, high),
        };

        public override IEnumerable<double> Steps(int count) => FromEndToEnd(count);
    }

    /// <summary>A normal distribution cut off at both ends, however far out they lie.</summary>
    public sealed class TruncatedNormal : Distribution
    {
        // The quantile of an end that does not exist is infinite; these shares lie eight standard deviations out.
        private const double SmallestShare = 1.0 / (1UL << 54);
        private const double LargestShare = 1 - 1.0 / (1UL << 53);

        private readonly double _mean;
        private readonly double _standardDeviation;
        private readonly double _low;
        private readonly double _high;
        private readonly bool _isMirrored;
        private readonly double _below;
        private readonly double _upTo;

        public TruncatedNormal(double mean, double standardDeviation, double low, double high)
        {
            (_mean, _standardDeviation, _low, _high) = (mean, standardDeviation, low, high);

            // The upper tail rounds to 1 where the lower one still has all its digits, so what lies above the mean is mirrored.
            _isMirrored = low > mean;
            var (from, to) = ((low - mean) / standardDeviation, (high - mean) / standardDeviation);
            (_below, _upTo) = _isMirrored ? (StandardNormal.ShareBelow(-to), StandardNormal.ShareBelow(-from)) : (StandardNormal.ShareBelow(from), StandardNormal.ShareBelow(to));
        }

        /// <summary>Whether any of the distribution, as far as a double can tell, lies between the ends.</summary>
        public bool HasMass => _upTo > _below || (_low == _high && double.IsFinite(_low));

        public override double Quantile(double share)
        {
            if (share <= 0 && double.IsFinite(_low))
                return _low;
            if (share >= 1 && double.IsFinite(_high))
                return _high;
            double inside = Math.Clamp(share, SmallestShare, LargestShare);
            double deviations = StandardNormal.Quantile(_below + (_isMirrored ? 1 - inside : inside) * (_upTo - _below));
            return Math.Clamp(_mean + _standardDeviation * (_isMirrored ? -deviations : deviations), _low, _high);
        }
    }

    /// <summary>The exponential of another distribution's values.</summary>
    public sealed class Exponential(Distribution logarithm, double low, double high) : Distribution
    {
        public override double Quantile(double share) => Math.Clamp(PortableMath.Exp(logarithm.Quantile(share)), low, high);
    }
}
