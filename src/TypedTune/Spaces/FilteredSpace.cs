using System.Numerics;

namespace TypedTune;

/// <summary>The points of a space, a continuum somewhere, that a condition admits.</summary>
internal sealed class FilteredSpace<T>(Space<T> inner, Func<T, bool> condition)
    : Space<T>(inner.Root, inner.Bindings, inner.Parameters, NestingOf(inner, inner))
{
    public override int Dimensions => inner.Dimensions;

    public override BigInteger? Cardinality => null;

    internal override bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates)
    {
        var point = Root;
        return inner.TryApply(ref point, coordinates) && condition(point) && inner.TryApply(ref configuration, coordinates);
    }

    internal override TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor) => visitor.VisitFilter(inner, condition);

    private protected override Space<T> Filter(Func<T, bool> more) => new FilteredSpace<T>(this, more);
}
