namespace TypedTune;

/// <summary>A real number as itself.</summary>
internal sealed class RealCode(Scale scale) : NumberCode<double>(scale)
{
    public override bool IsWhole => false;

    public override double? Read(double value) => value;

    public override double Create(double number) => number;
}
