namespace TypedTune;

/// <summary>A nullable number as that number, where it is not null.</summary>
internal sealed class OptionalCode<TNumber>(NumberCode<TNumber> number) : NumberCode<TNumber?>(number.Scale)
    where TNumber : struct
{
    public override bool IsWhole => number.IsWhole;

    public override double? Read(TNumber? value) => value is { } some ? number.Read(some) : null;

    public override TNumber? Create(double value) => number.Create(value);
}
