using System.Numerics;

namespace TypedTune;

/// <summary>The grid of one point that varies nothing: the neutral element of the product.</summary>
internal sealed class SingleGrid<T>(T root) : Grid<T>(root, [], [])
{
    public override int Dimensions => 0;

    public override BigInteger Count => BigInteger.One;

    internal override T Apply(T configuration, BigInteger index) => configuration;

    internal override bool HasDistinctPoints => true;

    internal override IEnumerable<T> Visit(T configuration) => [configuration];

    internal override bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates) => true;

    internal override TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor) => visitor.VisitRoot();
}
