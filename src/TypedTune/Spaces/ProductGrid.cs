using System.Numerics;

namespace TypedTune;

/// <summary>Every point of one grid with every point of another; the right one varies fastest.</summary>
internal sealed class ProductGrid<T>(Grid<T> left, Grid<T> right)
    : Grid<T>(CommonRoot(left, right), Compatible(left, right), UnionOfParameters(left, right), NestingOf(left, right))
{
    // Null where its points would have to be visited to know, or are too many.
    private readonly Lazy<long?> _rightCount = new(() => right.Cardinality is { } count && count <= long.MaxValue ? (long)count : null);

    public override int Dimensions => left.Dimensions + right.Dimensions;

    public override BigInteger Count => left.Count * right.Count;

    public override BigInteger? Cardinality => left.Cardinality * right.Cardinality;

    internal override BigInteger LargestCount => left.LargestCount * right.LargestCount;

    // A whole and a part of it overwrite each other, so that different values of both may come to the same.
    internal override bool HasDistinctPoints => left.HasDistinctPoints && right.HasDistinctPoints
        && !left.Parameters.Any(a => right.Parameters.Any(b => PathOverlap.Exists(a.Path, b.Path)));

    internal override T Apply(T configuration, long index)
    {
        if (_rightCount.Value is not { } count)
            return Apply(configuration, (BigInteger)index);
        long outer = Math.DivRem(index, count, out long inner);
        return right.Apply(left.Apply(configuration, outer), inner);
    }

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

    internal override TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor) => visitor.VisitProduct(left, right);
}
