using System.Numerics;

namespace TypedTune;

/// <summary>The values of a nullable number, null among them.</summary>
internal sealed class OptionalValue<TRoot, TNumber>(Lens<TRoot, TNumber?> lens, Bounds bounds, NumberCode<TNumber> number) : Parameter<TRoot, TNumber?>(lens)
    where TNumber : struct, INumberBase<TNumber>
{
    private protected override NumberCode<TNumber?> Code { get; } = new OptionalCode<TNumber>(number);

    private protected override void Check(TNumber? value)
    {
        if (value is { } number)
            bounds.Check(number, Lens.Path);
    }
}
