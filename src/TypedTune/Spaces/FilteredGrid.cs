using System.Numerics;

namespace TypedTune;

/// <summary>The points of a grid that a condition admits. Their indices are found once, as far as they are asked for.</summary>
internal sealed class FilteredGrid<T>(Grid<T> inner, Func<T, bool> condition)
    : Grid<T>(inner.Root, inner.Bindings, inner.Parameters, NestingOf(inner, inner))
{
    private readonly Lock _gate = new();
    private readonly List<BigInteger> _admitted = [];
    private IEnumerator<T>? _visit;
    private BigInteger _visited;
    private bool _complete;

    public override int Dimensions => inner.Dimensions;

    // Not even once it is known: what is drawn from the grid must not depend on whether somebody has counted it before.
    public override BigInteger? Cardinality => null;

    public override BigInteger Count
    {
        get
        {
            lock (_gate)
            {
                FindUntil(int.MaxValue);
                return _admitted.Count;
            }
        }
    }

    internal override BigInteger LargestCount => inner.LargestCount;

    internal override bool HasDistinctPoints => inner.HasDistinctPoints;

    internal override bool Holds(BigInteger index)
    {
        lock (_gate)
        {
            FindUntil((int)BigInteger.Min(index, int.MaxValue));
            return index < _admitted.Count;
        }
    }

    internal override T Apply(T configuration, BigInteger index)
    {
        BigInteger found;
        lock (_gate)
        {
            FindUntil((int)index);
            found = _admitted[(int)index];
        }

        return inner.Apply(configuration, found);
    }

    internal override IEnumerable<T> Visit(T configuration)
    {
        for (int index = 0; ; index++)
        {
            lock (_gate)
            {
                FindUntil(index);
                if (index >= _admitted.Count)
                    yield break;
            }

            yield return Apply(configuration, index);
        }
    }

    internal override bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates)
    {
        var point = Root;
        return inner.TryApply(ref point, coordinates) && condition(point) && inner.TryApply(ref configuration, coordinates);
    }

    internal override TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor) => visitor.VisitFilter(inner, condition);

    private void FindUntil(int index)
    {
        _visit ??= inner.Visit(Root).GetEnumerator();
        while (!_complete && _admitted.Count <= index)
        {
            if (!_visit.MoveNext())
            {
                _complete = true;
                _visit.Dispose();
                break;
            }

            if (Admits(_visit.Current))
                _admitted.Add(_visited);
            _visited++;
        }
    }

    // A condition that throws leaves the visit between two points; the next one starts over, or its indices would be wrong.
    private bool Admits(T point)
    {
        try
        {
            return condition(point);
        }
        catch
        {
            _visit?.Dispose();
            _visit = null;
            _visited = BigInteger.Zero;
            _admitted.Clear();
            throw;
        }
    }
}
