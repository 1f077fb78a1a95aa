using System.Numerics;

namespace TypedTune;

/// <summary>Whole numbers at equal distances; both ends are among them.</summary>
internal sealed class IntegerRange<TNumber>(NumberCode<TNumber> code, Scale scale, TNumber low, TNumber last, TNumber step) : NumberRange<TNumber>(code, scale)
    where TNumber : struct, IBinaryInteger<TNumber>
{
    public override double Low { get; } = double.CreateSaturating(low);

    public override double High { get; } = double.CreateSaturating(last);

    public override double? Step { get; } = double.CreateSaturating(step);

    public override bool Contains(TNumber value) =>
        value >= low && value <= last && (step == TNumber.One || ((BigInteger.CreateChecked(value) - BigInteger.CreateChecked(low)) % BigInteger.CreateChecked(step)).IsZero);

    public override TNumber Nearest(double number)
    {
        if (number <= Low)
            return low;
        if (number >= High)
            return last;
        if (step == TNumber.One)
            return TNumber.Clamp(TNumber.CreateSaturating(Math.Round(number)), low, last);
        var first = BigInteger.CreateChecked(low);
        var index = new BigInteger(Math.Round((number - Low) / Step!.Value));
        return TNumber.Min(last, TNumber.CreateSaturating(first + index * BigInteger.CreateChecked(step)));
    }
}
