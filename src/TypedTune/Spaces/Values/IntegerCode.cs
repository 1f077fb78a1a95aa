using System.Numerics;

namespace TypedTune;

/// <summary>A whole number as itself.</summary>
internal sealed class IntegerCode<TNumber>(Scale scale) : NumberCode<TNumber>(scale)
    where TNumber : struct, IBinaryInteger<TNumber>
{
    public override bool IsWhole => true;

    public override double? Read(TNumber value) => double.CreateSaturating(value);

    public override TNumber Create(double number) => TNumber.CreateSaturating(Math.Round(number));
}
