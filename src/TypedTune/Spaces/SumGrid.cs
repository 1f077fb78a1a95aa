using System.Numerics;

namespace TypedTune;

/// <summary>The points of one grid, then those of another. Of any number of terms, since nothing goes down a chain of sums by recursion.</summary>
internal sealed class SumGrid<T> : Grid<T>
{
    private readonly Grid<T> _left;
    private readonly Grid<T> _right;
    private readonly Lazy<Grid<T>[]> _terms;
    private readonly Lazy<BigInteger[]> _ends;

    public SumGrid(Grid<T> left, Grid<T> right)
        : base(CommonRoot(left, right), Union(left, right), UnionOfParameters(left, right), NestingOfSum(left, right))
    {
        (_left, _right) = (left, right);
        Dimensions = checked(1 + left.Dimensions + right.Dimensions);
        DimensionsOfTerms = left.DimensionsOfTerms + right.DimensionsOfTerms;
        Cardinality = left.Cardinality + right.Cardinality;
        LargestCount = left.LargestCount + right.LargestCount;
        _terms = new Lazy<Grid<T>[]>(FindTerms);
        _ends = new Lazy<BigInteger[]>(FindEnds);
    }

    // One coordinate names the term, and each term has its own, so that a coordinate keeps its meaning.
    public override int Dimensions { get; }

    internal override int DimensionsOfTerms { get; }

    public override BigInteger Count => _ends.Value[^1];

    public override BigInteger? Cardinality { get; }

    internal override BigInteger LargestCount { get; }

    /// <summary>The grids that are summed, none of them a sum.</summary>
    internal Grid<T>[] Terms => _terms.Value;

    internal override T Apply(T configuration, BigInteger index)
    {
        var ends = _ends.Value;
        int at = Array.BinarySearch(ends, index);

        // An end is the first index of the next term; of terms without points several end together.
        int term = at < 0 ? ~at : at + 1;
        while (ends[term] <= index)
            term++;
        return Terms[term].Apply(configuration, term == 0 ? index : index - ends[term - 1]);
    }

    internal override IEnumerable<T> Visit(T configuration) => Terms.SelectMany(term => term.Visit(configuration));

    // A filter refuses points after they are drawn, so the points it refuses count here; then those it admits are as likely.
    internal override bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates)
    {
        Grid<T> at = this;
        while (at is SumGrid<T> sum)
        {
            bool takesLeft = IndexOf(coordinates[0], sum.LargestCount) < sum._left.LargestCount;
            coordinates = takesLeft ? coordinates.Slice(1, sum._left.Dimensions) : coordinates[(1 + sum._left.Dimensions)..];
            at = takesLeft ? sum._left : sum._right;
        }

        return at.TryApply(ref configuration, coordinates);
    }

    internal override TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor) => visitor.VisitSum(Terms);

    private protected override int NestingInSum => Nesting;

    private Grid<T>[] FindTerms()
    {
        var terms = new List<Grid<T>>();
        var pending = new Stack<Grid<T>>([this]);
        while (pending.TryPop(out var grid))
        {
            if (grid is not SumGrid<T> sum)
            {
                terms.Add(grid);
                continue;
            }

            pending.Push(sum._right);
            pending.Push(sum._left);
        }

        return [.. terms];
    }

    private BigInteger[] FindEnds()
    {
        var ends = new BigInteger[Terms.Length];
        var end = BigInteger.Zero;
        for (int term = 0; term < ends.Length; term++)
            ends[term] = end += Terms[term].Count;
        return ends;
    }
}
