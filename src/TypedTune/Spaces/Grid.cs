using System.Collections;
using System.Numerics;

namespace TypedTune;

/// <summary>
/// A finite space: its points are counted and addressed by index, and made only when visited. The last factor of a
/// product varies fastest. Immutable and thread safe.
/// </summary>
/// <typeparam name="T">The configuration.</typeparam>
public abstract class Grid<T> : Space<T>, IGrid<T>, IEnumerable<T>
{
    private protected Grid(T root, IReadOnlyList<Binding> bindings, IReadOnlyList<SpaceParameter<T>> parameters, int nesting = 0)
        : base(root, bindings, parameters, nesting)
    {
    }

    /// <summary>How many points there are, repeats included. A filtered grid visits its points once to know.</summary>
    public abstract BigInteger Count { get; }

    /// <inheritdoc/>
    public override BigInteger? Cardinality => Count;

    /// <summary>How many points there are at most, known without visiting them.</summary>
    internal virtual BigInteger LargestCount => Count;

    /// <summary>The configuration at an index, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="Count"/>.</exception>
    public T this[BigInteger index]
    {
        get
        {
            if (index.Sign < 0 || !Holds(index))
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The index must be at least 0 and below {Count}, but is {index}.");
            return Apply(Root, index);
        }
    }

    /// <summary>The grid of one point: the configuration itself.</summary>
    /// <param name="configuration">The point.</param>
    public static Grid<T> Of(T configuration) => new SingleGrid<T>(configuration);

    /// <summary>How many distinct configurations there are, by value. Visits every point.</summary>
    public int CountDistinct() => this.Distinct().Count();

    /// <inheritdoc cref="Space{T}.Where"/>
    public new Grid<T> Where(Func<T, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new FilteredGrid<T>(this, condition);
    }

    /// <summary>Both: every configuration of one grid combined with every one of the other.</summary>
    /// <exception cref="ArgumentException">A hyperparameter is bound in both, two options of one choice are taken, or the roots differ.</exception>
    /// <exception cref="InvalidOperationException">More than 1000 products and conditions are inside each other.</exception>
    public static Grid<T> operator *(Grid<T> left, Grid<T> right) => new ProductGrid<T>(left, right);

    /// <summary>Either: the configurations of one grid, then those of the other.</summary>
    /// <exception cref="ArgumentException">The roots differ.</exception>
    public static Grid<T> operator +(Grid<T> left, Grid<T> right) => new SumGrid<T>(left, right);

    /// <summary>Visits every configuration in the order of the index.</summary>
    public IEnumerator<T> GetEnumerator() => Visit(Root).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether an index, not negative, is below <see cref="Count"/>.</summary>
    internal virtual bool Holds(BigInteger index) => index < Count;

    /// <summary>Edits a configuration by the point at an index known to be legal.</summary>
    internal abstract T Apply(T configuration, BigInteger index);

    /// <inheritdoc cref="Apply(T, BigInteger)"/>
    internal virtual T Apply(T configuration, long index) => Apply(configuration, (BigInteger)index);

    /// <summary>
    /// Whether no two points are equal, as far as that is known without visiting them: each value of each hyperparameter makes a
    /// configuration of its own. A type whose equality looks at one hyperparameter only where another has some value is not seen through.
    /// </summary>
    internal virtual bool HasDistinctPoints => false;

    /// <summary>Edits a configuration by every point in turn.</summary>
    internal abstract IEnumerable<T> Visit(T configuration);

    private protected override Space<T> Filter(Func<T, bool> condition) => new FilteredGrid<T>(this, condition);

    /// <summary>The index that a coordinate of the unit interval names, when every index is as likely.</summary>
    private protected static BigInteger IndexOf(double coordinate, BigInteger count)
    {
        const int Bits = 53;
        var index = (new BigInteger(coordinate * (1L << Bits)) * count) >> Bits;
        return BigInteger.Min(index, count - 1);
    }
}
