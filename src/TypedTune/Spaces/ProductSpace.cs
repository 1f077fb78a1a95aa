using System.Numerics;

namespace TypedTune;

/// <summary>Every point of one space with every point of another, where one of them is a continuum or filtered.</summary>
internal sealed class ProductSpace<T>(Space<T> left, Space<T> right)
    : Space<T>(CommonRoot(left, right), Compatible(left, right), UnionOfParameters(left, right), NestingOf(left, right))
{
    public override int Dimensions => left.Dimensions + right.Dimensions;

    public override BigInteger? Cardinality => left.Cardinality * right.Cardinality;

    internal override bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates) =>
        left.TryApply(ref configuration, coordinates[..left.Dimensions])
        && right.TryApply(ref configuration, coordinates[left.Dimensions..]);

    internal override TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor) => visitor.VisitProduct(left, right);

    private protected override Space<T> Filter(Func<T, bool> condition) => new FilteredSpace<T>(this, condition);
}
