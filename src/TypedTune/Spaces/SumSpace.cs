using System.Numerics;

namespace TypedTune;

/// <summary>The points of several spaces, at least one of them no grid. Sums of sums are one sum, so that <c>+</c> is associative in its chances too.</summary>
internal sealed class SumSpace<T> : Space<T>
{
    private readonly Space<T>[] _terms;

    public SumSpace(Space<T> left, Space<T> right)
        : base(CommonRoot(left, right), Union(left, right), UnionOfParameters(left, right))
    {
        _terms = [.. Terms(left), .. Terms(right)];
    }

    public override int Dimensions => 1 + _terms.Sum(term => term.Dimensions);

    public override BigInteger? Cardinality => _terms.Aggregate((BigInteger?)BigInteger.Zero, (sum, term) => sum + term.Cardinality);

    internal override bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates)
    {
        int chosen = Math.Min((int)(coordinates[0] * _terms.Length), _terms.Length - 1);
        int first = 1;
        for (int i = 0; i < chosen; i++)
            first += _terms[i].Dimensions;
        return _terms[chosen].TryApply(ref configuration, coordinates.Slice(first, _terms[chosen].Dimensions));
    }

    internal override TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor) => visitor.VisitSum(_terms);

    private protected override Space<T> Filter(Func<T, bool> condition) => new FilteredSpace<T>(this, condition);

    private static IEnumerable<Space<T>> Terms(Space<T> space) => space switch
    {
        SumSpace<T> sum => sum._terms,
        SumGrid<T> sum => sum.Terms,
        _ => [space],
    };
}
