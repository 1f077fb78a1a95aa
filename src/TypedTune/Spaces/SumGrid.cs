using System.Numerics;

namespace TypedTune;

/// <summary>The points of one grid, then those of another.</summary>
internal sealed class SumGrid<T>(Grid<T> left, Grid<T> right)
    : Grid<T>(CommonRoot(left, right), Union(left, right), UnionOfParameters(left, right))
{
    // One coordinate names the term, and each term has its own, so that a coordinate keeps its meaning.
    public override int Dimensions => 1 + left.Dimensions + right.Dimensions;

    public override BigInteger Count => left.Count + right.Count;

    public override BigInteger? Cardinality => left.Cardinality + right.Cardinality;

    internal override BigInteger LargestCount => left.LargestCount + right.LargestCount;

    internal override T Apply(T configuration, BigInteger index) =>
        index < left.Count ? left.Apply(configuration, index) : right.Apply(configuration, index - left.Count);

    internal override IEnumerable<T> Visit(T configuration) => left.Visit(configuration).Concat(right.Visit(configuration));

    /// <summary>The grids that are summed, none of them a sum.</summary>
    internal IEnumerable<Grid<T>> Terms => TermsOf(left).Concat(TermsOf(right));

    // A filter refuses points after they are drawn, so the points it refuses count here; then those it admits are as likely.
    internal override bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates)
    {
        bool takesLeft = IndexOf(coordinates[0], LargestCount) < left.LargestCount;
        return takesLeft
            ? left.TryApply(ref configuration, coordinates.Slice(1, left.Dimensions))
            : right.TryApply(ref configuration, coordinates[(1 + left.Dimensions)..]);
    }

    internal override TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor) => visitor.VisitSum(Terms);

    private static IEnumerable<Grid<T>> TermsOf(Grid<T> grid) => grid is SumGrid<T> sum ? sum.Terms : [grid];
}
