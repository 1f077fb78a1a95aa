namespace TypedTune.Learning;

/// <summary>
/// A number of rows as a hyperparameter: values of any kind through <c>In</c>, or one kind and its range. Immutable and thread safe.
/// </summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <param name="lens">Reads it from a configuration and writes it into one.</param>
public sealed class RowCountParameter<TRoot>(Lens<TRoot, RowCount> lens) : Parameter<TRoot, RowCount>(lens)
{
    /// <summary>A number of rows, at least 1.</summary>
    [DeclaredRange(1, double.PositiveInfinity, false, false)]
    public IntegerParameter<TRoot, int> Count => new(
        Lens.As(static value => value.Match(count => count, _ => 1), static (int count) => RowCount.Count(count)),
        new Bounds(Min: 1));

    /// <summary>A range as <c>All()</c> of an estimator covers it: of shares where it ends below 1, else of numbers of rows.</summary>
    /// <param name="low">The smallest share, above 0, or number, at least 1.</param>
    /// <param name="high">The largest.</param>
    /// <param name="scale">Whether every value or every ratio is as likely.</param>
    public Space<TRoot> SearchRange(double low, double high, Scale scale) =>
        high < 1 ? scale == Scale.Log ? Fraction.LogUniform(low, high) : Fraction.Uniform(low, high)
        : scale == Scale.Log ? Count.LogUniform(checked((int)low), checked((int)high)) : Count.Uniform(checked((int)low), checked((int)high));

    /// <summary>A share of all training rows, above 0 and at most 1.</summary>
    [DeclaredRange(0, 1, true, false)]
    public RealParameter<TRoot> Fraction => new(
        Lens.As(static value => value.Match(_ => 1.0, fraction => fraction), static (double fraction) => RowCount.Fraction(fraction)),
        new Bounds(Min: 0, Max: 1, MinExclusive: true));
}
