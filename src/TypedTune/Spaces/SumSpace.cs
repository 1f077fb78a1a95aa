using System.Numerics;

namespace TypedTune;

/// <summary>
/// The points of several spaces, at least one of them no grid. Sums of sums are one sum, so that <c>+</c> is associative in its chances too, and of
/// any number of terms, since nothing goes down a chain of sums by recursion.
/// </summary>
internal sealed class SumSpace<T> : Space<T>
{
    private readonly Space<T> _left;
    private readonly Space<T> _right;
    private readonly Lazy<Space<T>[]> _terms;
    private readonly Lazy<int[]> _starts;

    public SumSpace(Space<T> left, Space<T> right)
        : base(CommonRoot(left, right), Union(left, right), UnionOfParameters(left, right), NestingOfSum(left, right))
    {
        (_left, _right) = (left, right);
        Dimensions = checked(1 + left.DimensionsOfTerms + right.DimensionsOfTerms);
        Cardinality = left.Cardinality + right.Cardinality;
        _terms = new Lazy<Space<T>[]>(FindTerms);
        _starts = new Lazy<int[]>(FindStarts);
    }

    public override int Dimensions { get; }

    public override BigInteger? Cardinality { get; }

    internal override int DimensionsOfTerms => Dimensions - 1;

    private protected override int NestingInSum => Nesting;

    internal override bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates)
    {
        var terms = _terms.Value;
        int chosen = Math.Min((int)(coordinates[0] * terms.Length), terms.Length - 1);
        return terms[chosen].TryApply(ref configuration, coordinates.Slice(_starts.Value[chosen], terms[chosen].Dimensions));
    }

    internal override TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor) => visitor.VisitSum(_terms.Value);

    private protected override Space<T> Filter(Func<T, bool> condition) => new FilteredSpace<T>(this, condition);

    private Space<T>[] FindTerms()
    {
        var terms = new List<Space<T>>();
        var pending = new Stack<Space<T>>([this]);
        while (pending.TryPop(out var space))
        {
            if (space is SumSpace<T> sum)
            {
                pending.Push(sum._right);
                pending.Push(sum._left);
            }
            else if (space is SumGrid<T> grids)
            {
                terms.AddRange(grids.Terms);
            }
            else
            {
                terms.Add(space);
            }
        }

        return [.. terms];
    }

    private int[] FindStarts()
    {
        var starts = new int[_terms.Value.Length];
        int start = 1;
        for (int term = 0; term < starts.Length; term++)
        {
            starts[term] = start;
            start += _terms.Value[term].Dimensions;
        }

        return starts;
    }
}
