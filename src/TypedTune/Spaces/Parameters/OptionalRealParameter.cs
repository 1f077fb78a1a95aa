namespace TypedTune;

/// <summary>A hyperparameter that is a real number or null; its ranges hold numbers only, and <c>+ Null()</c> adds null. Immutable and thread safe.</summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <param name="lens">Where it is.</param>
/// <param name="bounds">The declared bounds of the number.</param>
public sealed class OptionalRealParameter<TRoot>(Lens<TRoot, double?> lens, Bounds bounds)
    : RealParameter<TRoot>(lens.As(static value => value.GetValueOrDefault(), static number => (double?)number), bounds)
{
    private readonly OptionalValue<TRoot, double> _optional = new(lens, bounds, new RealCode(bounds.Scale));

    /// <summary>The one value null.</summary>
    public Grid<TRoot> Null() => _optional.In(default(double?));

    /// <inheritdoc cref="Parameter{TRoot, TValue}.In(ReadOnlySpan{TValue})"/>
    public Grid<TRoot> In(params ReadOnlySpan<double?> values) => _optional.In(values);

    /// <inheritdoc cref="Parameter{TRoot, TValue}.In(ReadOnlySpan{TValue})"/>
    public Grid<TRoot> In(IEnumerable<double?> values) => _optional.In(values);
}
