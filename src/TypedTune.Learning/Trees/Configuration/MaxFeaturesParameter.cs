namespace TypedTune.Learning;

/// <summary>
/// How many features a split may choose from, as a hyperparameter: values of any kind through <c>In</c>, or one kind and
/// its range. Immutable and thread safe.
/// </summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <param name="lens">Where it is.</param>
public sealed class MaxFeaturesParameter<TRoot>(Lens<TRoot, MaxFeatures> lens) : Parameter<TRoot, MaxFeatures>(lens)
{
    /// <summary>A number of features, at least 1.</summary>
    [DeclaredRange(1, double.PositiveInfinity, false, false)]
    public IntegerParameter<TRoot, int> Count => new(
        Lens.As(static value => value.Match(count => count, _ => 1, () => 1, () => 1, () => 1), static (int count) => MaxFeatures.Count(count)),
        new Bounds(Min: 1));

    /// <summary>A share of the features, above 0 and at most 1.</summary>
    [DeclaredRange(0, 1, true, false)]
    public RealParameter<TRoot> Fraction => new(
        Lens.As(static value => value.Match(_ => 1, fraction => fraction, () => 1, () => 1, () => 1), static (double fraction) => MaxFeatures.Fraction(fraction)),
        new Bounds(Min: 0, Max: 1, MinExclusive: true));

    /// <summary>The square root of the number of features.</summary>
    public Grid<TRoot> Sqrt() => In(MaxFeatures.Sqrt);

    /// <summary>The binary logarithm of the number of features.</summary>
    public Grid<TRoot> Log2() => In(MaxFeatures.Log2);

    /// <summary>A range of shares of the features, as <c>All()</c> of an estimator covers it.</summary>
    /// <param name="low">The smallest share, above 0.</param>
    /// <param name="high">The largest share, at most 1.</param>
    /// <param name="scale">Whether every share or every ratio is as likely.</param>
    public Space<TRoot> SearchRange(double low, double high, Scale scale) => scale == Scale.Log ? Fraction.LogUniform(low, high) : Fraction.Uniform(low, high);

    /// <summary>All features: bagged trees.</summary>
    public Grid<TRoot> All() => In(MaxFeatures.All);
}
