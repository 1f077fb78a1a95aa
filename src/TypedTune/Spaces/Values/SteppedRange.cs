using System.Numerics;

namespace TypedTune;

/// <summary>Real numbers at equal distances.</summary>
/// <param name="code">The numbers as numbers.</param>
/// <param name="count">How many there are.</param>
/// <param name="step">The distance between two.</param>
/// <param name="valueAt">A number by its index from 0.</param>
internal sealed class SteppedRange(NumberCode<double> code, BigInteger count, double step, Func<BigInteger, double> valueAt) : NumberRange<double>(code, Scale.Linear)
{
    private readonly double _low = valueAt(BigInteger.Zero);
    private readonly double _high = valueAt(count - 1);

    public override double Low => _low;

    public override double High => _high;

    public override double? Step => step;

    public override bool Contains(double value) => !double.IsNaN(value) && Nearest(value) == value;

    public override double Nearest(double number) =>
        number <= _low ? _low
        : number >= _high ? _high
        : valueAt(BigInteger.Min(count - 1, new BigInteger(Math.Round((number - _low) / step))));
}
