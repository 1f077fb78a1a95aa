using System.Numerics;

namespace TypedTune;

/// <summary>A hyperparameter that is a whole number or null; its ranges hold numbers only, and <c>+ Null()</c> adds null. Immutable and thread safe.</summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <typeparam name="TNumber">The number's type.</typeparam>
/// <param name="lens">Where it is.</param>
/// <param name="bounds">The declared bounds of the number.</param>
public sealed class OptionalIntegerParameter<TRoot, TNumber>(Lens<TRoot, TNumber?> lens, Bounds bounds)
    : IntegerParameter<TRoot, TNumber>(lens.As(static value => value.GetValueOrDefault(), static number => (TNumber?)number), bounds)
    where TNumber : struct, IBinaryInteger<TNumber>, IMinMaxValue<TNumber>
{
    private readonly OptionalValue<TRoot, TNumber> _optional = new(lens, bounds, new IntegerCode<TNumber>(bounds.Scale));

    /// <summary>The one value null.</summary>
    public Grid<TRoot> Null() => _optional.In(default(TNumber?));

    /// <inheritdoc cref="Parameter{TRoot, TValue}.In(ReadOnlySpan{TValue})"/>
    public Grid<TRoot> In(params ReadOnlySpan<TNumber?> values) => _optional.In(values);

    /// <inheritdoc cref="Parameter{TRoot, TValue}.In(ReadOnlySpan{TValue})"/>
    public Grid<TRoot> In(IEnumerable<TNumber?> values) => _optional.In(values);
}
