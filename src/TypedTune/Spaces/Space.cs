using System.Numerics;

namespace TypedTune;

/// <summary>
/// A set of configurations to search: <c>*</c> is "and", <c>+</c> is "or". A space may be a continuum; one that can be
/// counted and visited is a <see cref="Grid{T}"/>. Immutable and thread safe.
/// </summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <remarks>
/// <c>*</c> and <c>+</c> are associative, and <c>*</c> distributes over <c>+</c>, as far as the set of configurations goes.
/// A random point takes each factor of a product independently. Of a sum whose terms are all finite it takes every point
/// as often; if a term is a continuum, every term as often (as scikit-learn does for a list of distributions).
/// </remarks>
public abstract class Space<T>
{
    // What reads a space goes down its products and conditions by recursion, for which the stack has room many times over.
    private const int MostNesting = 1000;

    private protected Space(T root, IReadOnlyList<Binding> bindings, IReadOnlyList<SpaceParameter<T>> parameters, int nesting = 0)
    {
        if (nesting > MostNesting)
            throw new InvalidOperationException($"A space is at most {MostNesting} products and conditions deep, one inside the other; the terms of a sum may be any number. Combine conditions into one, and leave out factors that vary nothing.");
        Root = root;
        Bindings = bindings;
        Parameters = parameters;
        Nesting = nesting;
    }

    /// <summary>The configuration that every point starts from: what the space does not vary has its value from here.</summary>
    public T Root { get; }

    /// <summary>The hyperparameters that the space varies, each once, in the order of their first mention.</summary>
    public IReadOnlyList<SpaceParameter<T>> Parameters { get; }

    /// <summary>How many coordinates a point of the unit cube needs to name a configuration; see <see cref="TryPoint"/>.</summary>
    public abstract int Dimensions { get; }

    /// <summary>How many points there are, repeats included, where that is known without visiting them; null for a continuum and for a filtered space.</summary>
    public abstract BigInteger? Cardinality { get; }

    internal IReadOnlyList<Binding> Bindings { get; }

    // How many products, conditions and sums of these are inside each other; a sum inside a sum adds none.
    private protected int Nesting { get; }

    private protected virtual int NestingInSum => Nesting + 1;

    /// <summary>How many coordinates its terms have together: all where it is no sum.</summary>
    internal virtual int DimensionsOfTerms => Dimensions;

    /// <summary>Maps a point of the unit cube to a configuration; equal volumes are equally likely.</summary>
    /// <param name="coordinates"><see cref="Dimensions"/> numbers from 0 to 1, both ends included.</param>
    /// <param name="configuration">The configuration, if the point is legal.</param>
    /// <returns>False where a <see cref="Where"/> refuses the point.</returns>
    /// <exception cref="ArgumentException">There are too few or too many coordinates, or one is outside [0, 1].</exception>
    public bool TryPoint(ReadOnlySpan<double> coordinates, out T configuration)
    {
        if (coordinates.Length != Dimensions)
            throw new ArgumentException($"The space has {Dimensions} dimensions, but {coordinates.Length} coordinates were given.", nameof(coordinates));
        foreach (double coordinate in coordinates)
        {
            if (!(coordinate is >= 0 and <= 1))
                throw new ArgumentException(FormattableString.Invariant($"A coordinate must be from 0 to 1, but is {coordinate}."), nameof(coordinates));
        }

        configuration = Root;
        return TryApply(ref configuration, coordinates);
    }

    /// <summary>The configurations of this space that satisfy a condition, checked before anything is fitted.</summary>
    /// <param name="condition">Sees this space's points on the <see cref="Root"/>; apply it to the whole product to see all.</param>
    /// <exception cref="InvalidOperationException">More than 1000 products and conditions are inside each other.</exception>
    public Space<T> Where(Func<T, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Filter(condition);
    }

    /// <summary>Both: every configuration of one space combined with every one of the other.</summary>
    /// <exception cref="ArgumentException">A hyperparameter is bound in both, two options of one choice are taken, or the roots differ.</exception>
    /// <exception cref="InvalidOperationException">More than 1000 products and conditions are inside each other.</exception>
    public static Space<T> operator *(Space<T> left, Space<T> right) =>
        left is Grid<T> a && right is Grid<T> b ? a * b : new ProductSpace<T>(left, right);

    /// <summary>Either: the configurations of one space and those of the other.</summary>
    /// <exception cref="ArgumentException">The roots differ.</exception>
    public static Space<T> operator +(Space<T> left, Space<T> right) =>
        left is Grid<T> a && right is Grid<T> b ? a + b : new SumSpace<T>(left, right);

    /// <summary>Edits a configuration by the point that the coordinates name.</summary>
    internal abstract bool TryApply(ref T configuration, ReadOnlySpan<double> coordinates);

    /// <summary>Shows a visitor how the space is made.</summary>
    internal abstract TResult Accept<TResult>(ISpaceVisitor<T, TResult> visitor);

    private protected abstract Space<T> Filter(Func<T, bool> condition);

    private protected static int NestingOf(Space<T> left, Space<T> right) => 1 + Math.Max(left.Nesting, right.Nesting);

    private protected static int NestingOfSum(Space<T> left, Space<T> right) => Math.Max(left.NestingInSum, right.NestingInSum);

    private protected static T CommonRoot(Space<T> left, Space<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (!EqualityComparer<T>.Default.Equals(left.Root, right.Root))
            throw new ArgumentException("Spaces that start from different configurations cannot be combined. Build both from the same Space or SpaceFrom(…).");
        return left.Root;
    }

    private protected static IReadOnlyList<Binding> Compatible(Space<T> left, Space<T> right)
    {
        Binding.RequireCompatible(left.Bindings, right.Bindings);
        return Union(left, right);
    }

    private protected static IReadOnlyList<Binding> Union(Space<T> left, Space<T> right) => [.. left.Bindings.Union(right.Bindings)];

    private protected static IReadOnlyList<SpaceParameter<T>> UnionOfParameters(Space<T> left, Space<T> right) =>
        [.. left.Parameters.Concat(right.Parameters).DistinctBy(parameter => parameter.Path)];
}
