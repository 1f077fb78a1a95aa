using System.Numerics;

namespace TypedTune;

/// <summary>A range of one hyperparameter with a distribution: a continuum, or whole numbers that are not all as likely.</summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <typeparam name="TValue">The hyperparameter's type.</typeparam>
/// <remarks>Not a grid: <see cref="Steps"/> makes one of it. Immutable and thread safe.</remarks>
public sealed class ParameterRange<TRoot, TValue> : Space<TRoot>
{
    private readonly Lens<TRoot, TValue> _lens;
    private readonly Distribution _distribution;
    private readonly Distribution _stepped;
    private readonly Func<double, TValue> _convert;
    private readonly NumberRange<TValue> _values;

    internal ParameterRange(Lens<TRoot, TValue> lens, NumberRange<TValue> values, Distribution distribution, Func<double, TValue> convert, BigInteger? cardinality, Distribution? stepped = null)
        : base(lens.Root, [.. lens.Choices.Select(choice => choice.Binding), new Binding(lens.Path, null)], [SpaceParameter<TRoot>.Of(lens)])
    {
        _lens = lens;
        _values = values;
        _distribution = distribution;
        _stepped = stepped ?? distribution;
        _convert = convert;
        Cardinality = cardinality;
    }

    /// <inheritdoc/>
    public override int Dimensions => 1;

    /// <summary>How many whole numbers the range holds; null for real numbers.</summary>
    public override BigInteger? Cardinality { get; }

    /// <summary>
    /// Makes a grid of the range. A uniform range gives values at equal distances, a log-uniform one at equal ratios, both
    /// ends included; a normal one gives the medians of as many equally likely intervals. Whole numbers are rounded, and
    /// values that fall together are kept once.
    /// </summary>
    /// <param name="count">How many values, at least 1; one value is the middle.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public Grid<TRoot> Steps(int count)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Steps of {_lens.Path} must be at least 1, but is {count}.");
        TValue[] values = [.. _stepped.Steps(count).Select(_convert).Distinct()];
        return new ValueGrid<TRoot, TValue>(_lens, new ListedValues<TValue>(values, _values.Code, _values.Scale), values.Length, index => values[index]);
    }

    internal override bool TryApply(ref TRoot configuration, ReadOnlySpan<double> coordinates)
    {
        configuration = _lens.Set(configuration, Quantile(coordinates[0]));
        return true;
    }

    internal override TResult Accept<TResult>(ISpaceVisitor<TRoot, TResult> visitor) => visitor.VisitValues(_lens, _values, Quantile);

    private protected override Space<TRoot> Filter(Func<TRoot, bool> condition) => new FilteredSpace<TRoot>(this, condition);

    private TValue Quantile(double share) => _convert(_distribution.Quantile(share));
}
