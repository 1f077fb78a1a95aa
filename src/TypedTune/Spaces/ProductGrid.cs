using System.Numerics;

namespace TypedTune;

/// <summary>Every point of one grid with every point of another; the right one varies fastest.</summary>
internal sealed class ProductGrid<T>(Grid<T> left, Grid<T> right)
    : Grid<T>(CommonRoot(left, right), Compatible(left, right), UnionOfParameters(left, right))
{
    public override int Dimensions => left.Dimensions + right.Dimensions;

    public override BigInteger Count => left.Count * right.Count;

    public override BigInteger? Cardinality => left.Cardinality * right.Cardinality;

    internal override BigInteger LargestCount => left.LargestCount * right.LargestCount;

    internal override T Apply(T configuration, BigInteger index)
    {
        var outer = BigInteger.DivRem(index, right.Count, out var inner);
        return right.Apply(left.Apply(configuration, outer), inner);
    }

    internal override IEnumerable<T> Visit(T configuration)
    {
        foreach (var outer in left.Visit(configuration))
        {
            foreach (var inner in right.Visit(outer))
                yield return inner;
        }
    }

    internal override bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates) =>
        left.TryApply(ref configuration, coordinates[..left.Dimensions])
        && right.TryApply(ref configuration, coordinates[left.Dimensions..]);
}
