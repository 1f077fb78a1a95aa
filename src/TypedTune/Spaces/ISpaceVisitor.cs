namespace TypedTune;

/// <summary>Reads how a space is made: what it multiplies, sums, filters and varies.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <typeparam name="TResult">What is made of each part.</typeparam>
internal interface ISpaceVisitor<T, TResult>
{
    /// <summary>The space of one point, the root, which varies nothing.</summary>
    TResult VisitRoot();

    /// <summary>The values of one hyperparameter.</summary>
    /// <typeparam name="TValue">The hyperparameter's type.</typeparam>
    /// <param name="lens">Where it is.</param>
    /// <param name="values">The values.</param>
    /// <param name="quantile">The value below which a share of the draws lies, from 0 to 1.</param>
    TResult VisitValues<TValue>(Lens<T, TValue> lens, ValueSet<TValue> values, Func<double, TValue> quantile);

    /// <summary>Every point of one space with every point of another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    TResult VisitProduct(Space<T> left, Space<T> right);

    /// <summary>The points of several spaces.</summary>
    /// <param name="terms">The spaces, none of them a sum.</param>
    TResult VisitSum(IEnumerable<Space<T>> terms);

    /// <summary>The points of a space that a condition admits.</summary>
    /// <param name="inner">The space.</param>
    /// <param name="condition">Sees the points on the root.</param>
    TResult VisitFilter(Space<T> inner, Func<T, bool> condition);
}
