using System.Numerics;

namespace TypedTune;

/// <summary>The values of one hyperparameter, made by index.</summary>
internal sealed class ValueGrid<TRoot, TValue>(Lens<TRoot, TValue> lens, BigInteger count, Func<BigInteger, TValue> valueAt)
    : Grid<TRoot>(lens.Root, [.. lens.Choices, new Binding(lens.Path, null)], [SpaceParameter<TRoot>.Of(lens)])
{
    public override int Dimensions => 1;

    public override BigInteger Count => count;

    internal override TRoot Apply(TRoot configuration, BigInteger index) => lens.Set(configuration, valueAt(index));

    internal override IEnumerable<TRoot> Visit(TRoot configuration)
    {
        for (var index = BigInteger.Zero; index < count; index++)
            yield return Apply(configuration, index);
    }

    internal override bool TryApply(ref TRoot configuration, ReadOnlySpan<double> coordinates)
    {
        configuration = Apply(configuration, IndexOf(coordinates[0], count));
        return true;
    }
}
