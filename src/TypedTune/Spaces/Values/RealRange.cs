namespace TypedTune;

/// <summary>All real numbers between two ends, both included.</summary>
internal sealed class RealRange(NumberCode<double> code, Scale scale, double low, double high) : NumberRange<double>(code, scale)
{
    public override double Low => low;

    public override double High => high;

    public override double? Step => null;

    public override bool Contains(double value) => value >= low && value <= high;

    public override double Nearest(double number) => Math.Clamp(number, low, high);
}
