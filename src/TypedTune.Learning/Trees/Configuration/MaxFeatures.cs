using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedTune.Learning;

/// <summary>
/// How many features a split may choose from: a count, a share, the root or the logarithm of their number, or all.
/// Immutable, compared by value. The default value is <see cref="All"/>.
/// </summary>
/// <remarks>
/// A whole number converts to a <see cref="Count"/>. A <see cref="double"/> does not convert at all: in scikit-learn
/// <c>1</c> is one feature and <c>1.0</c> is all of them, and here <c>Count(1)</c> and <c>Fraction(1.0)</c> say which.
/// </remarks>
[ParameterType(typeof(MaxFeaturesParameter<>))]
public readonly record struct MaxFeatures : IParsable<MaxFeatures>, IFormattable
{
    private const string Share = " of the features";

    private readonly Kind _kind;
    private readonly double _value;

    private MaxFeatures(Kind kind, double value = 0)
    {
        _kind = kind;
        _value = value;
    }

    private enum Kind
    {
        All,
        Count,
        Fraction,
        Sqrt,
        Log2,
    }

    /// <summary>Every feature: bagged trees. The default, as in scikit-learn's regressor.</summary>
    public static MaxFeatures All => default;

    /// <summary>The square root of the number of features, rounded down, at least 1.</summary>
    public static MaxFeatures Sqrt => new(Kind.Sqrt);

    /// <summary>The binary logarithm of the number of features, rounded down, at least 1.</summary>
    public static MaxFeatures Log2 => new(Kind.Log2);

    /// <summary>A whole number counts features.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static implicit operator MaxFeatures(int count) => Count(count);

    /// <summary>This many features.</summary>
    /// <param name="count">At least 1, and at most the number of features, which is checked at fit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static MaxFeatures Count(int count)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"count must be at least 1, but is {Text(count)}.");
        return new MaxFeatures(Kind.Count, count);
    }

    /// <summary>This share of the features, rounded down, at least 1.</summary>
    /// <param name="fraction">Above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is outside, or not a number.</exception>
    public static MaxFeatures Fraction(double fraction)
    {
        if (!(fraction is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, $"fraction must be above 0 and at most 1, but is {Text(fraction)}.");
        return new MaxFeatures(Kind.Fraction, fraction);
    }

    /// <summary>Reads what <see cref="ToString()"/> wrote.</summary>
    /// <param name="text">Such as <c>4</c>, <c>0.5 of the features</c>, <c>sqrt</c>, <c>log2</c> or <c>all</c>.</param>
    /// <exception cref="FormatException">It is nothing of the kind.</exception>
    public static MaxFeatures Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var features) ? features : throw new FormatException($"'{Excerpt.From(text)}' is no number of features; write 4, 0.5{Share}, sqrt, log2 or all.");
    }

    static MaxFeatures IParsable<MaxFeatures>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<MaxFeatures>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MaxFeatures result) => TryParse(s, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Calls the function for the kind of this value.</summary>
    /// <typeparam name="TResult">What the functions return.</typeparam>
    /// <param name="count">Gets the count.</param>
    /// <param name="fraction">Gets the share.</param>
    /// <param name="sqrt">For <see cref="Sqrt"/>.</param>
    /// <param name="log2">For <see cref="Log2"/>.</param>
    /// <param name="all">For <see cref="All"/>.</param>
    public TResult Match<TResult>(Func<int, TResult> count, Func<double, TResult> fraction, Func<TResult> sqrt, Func<TResult> log2, Func<TResult> all)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(fraction);
        ArgumentNullException.ThrowIfNull(sqrt);
        ArgumentNullException.ThrowIfNull(log2);
        ArgumentNullException.ThrowIfNull(all);
        return _kind switch
        {
            Kind.Count => count((int)_value),
            Kind.Fraction => fraction(_value),
            Kind.Sqrt => sqrt(),
            Kind.Log2 => log2(),
            _ => all(),
        };
    }

    /// <summary>Computes the number of features for a matrix of so many columns.</summary>
    /// <param name="featureCount">P, at least 1.</param>
    /// <returns>From 1 to <paramref name="featureCount"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no feature, or the count is above their number.</exception>
    public int Resolve(int featureCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        if (_kind == Kind.Count && _value > featureCount)
            throw new ArgumentOutOfRangeException(nameof(MaxFeatures), (int)_value, $"MaxFeatures must be at most the number of features, {Text(featureCount)}, but is {Text(_value)}.");
        return About(featureCount);
    }

    /// <summary>The value in words, such as <c>4</c>, <c>0.5 of the features</c>, <c>sqrt</c>, <c>log2</c> or <c>all</c>.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Count => Text(_value),
        Kind.Fraction => Text(_value) + Share,
        Kind.Sqrt => "sqrt",
        Kind.Log2 => "log2",
        _ => "all",
    };

    /// <summary>Computes the number of features for a matrix of so many columns, at most all of them.</summary>
    /// <param name="featureCount">P.</param>
    internal int About(int featureCount)
    {
        double resolved = _kind switch
        {
            Kind.Count => Math.Min(_value, featureCount),
            Kind.Fraction => _value * featureCount,
            Kind.Sqrt => Math.Sqrt(featureCount),
            Kind.Log2 => int.Log2(featureCount),
            _ => featureCount,
        };
        return Math.Max(1, (int)resolved);
    }

    private static bool TryParse(string? text, out MaxFeatures features)
    {
        MaxFeatures? known = text switch
        {
            "all" => All,
            "sqrt" => Sqrt,
            "log2" => Log2,
            not null when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1 => Count(count),
            not null when text.EndsWith(Share, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - Share.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out double fraction)
                && fraction is > 0 and <= 1 => Fraction(fraction),
            _ => null,
        };
        features = known.GetValueOrDefault();
        return known is not null;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
