using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedTune.Learning;

/// <summary>
/// A number of rows: a count, or a share of all training rows. Immutable, compared by value. The default value is <c>Count(1)</c>.
/// </summary>
/// <remarks>
/// A whole number converts to a <see cref="Count"/>. A <see cref="double"/> does not convert at all: in scikit-learn <c>1</c> is
/// one row and <c>1.0</c> is all of them, and here <c>Count(1)</c> and <c>Fraction(1.0)</c> say which.
/// </remarks>
[ParameterType(typeof(RowCountParameter<>))]
public readonly record struct RowCount : IParsable<RowCount>, IFormattable
{
    private const string Share = " of the rows";

    private readonly double _fraction;
    private readonly int _others;

    private RowCount(int others, double fraction) => (_others, _fraction) = (others, fraction);

    private bool IsFraction => _fraction > 0;

    /// <summary>A whole number counts rows.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static implicit operator RowCount(int count) => Count(count);

    /// <summary>Creates a count of rows.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static RowCount Count(int count)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"count must be at least 1, but is {Text(count)}.");
        return new RowCount(count - 1, 0);
    }

    /// <summary>Creates a share of all training rows; the hyperparameter decides how it is rounded.</summary>
    /// <param name="fraction">Above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is outside, or not a number.</exception>
    public static RowCount Fraction(double fraction)
    {
        if (!(fraction is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, $"fraction must be above 0 and at most 1, but is {Text(fraction)}.");
        return new RowCount(0, fraction);
    }

    /// <summary>Reads what <see cref="ToString()"/> wrote.</summary>
    /// <param name="text">Such as <c>5</c> or <c>0.1 of the rows</c>.</param>
    /// <exception cref="FormatException">The text is not a number of rows.</exception>
    public static RowCount Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var rows) ? rows : throw new FormatException($"'{Excerpt.From(text)}' is no number of rows; write 5 or 0.1{Share}.");
    }

    static RowCount IParsable<RowCount>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<RowCount>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RowCount result) => TryParse(s, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Calls the function for the kind of this value.</summary>
    /// <typeparam name="TResult">What the functions return.</typeparam>
    /// <param name="count">Gets the count.</param>
    /// <param name="fraction">Gets the share.</param>
    public TResult Match<TResult>(Func<int, TResult> count, Func<double, TResult> fraction)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(fraction);
        return IsFraction ? fraction(_fraction) : count(_others + 1);
    }

    /// <summary>The value in words, such as <c>5</c> or <c>0.1 of the rows</c>.</summary>
    public override string ToString() => IsFraction ? Text(_fraction) + Share : Text(_others + 1);

    /// <summary>The count, a share rounded up to whole rows.</summary>
    /// <param name="rows">N.</param>
    internal int AtLeast(int rows) => IsFraction ? (int)Math.Ceiling(_fraction * rows) : _others + 1;

    /// <summary>The count, a share rounded to whole rows, one at least.</summary>
    /// <param name="rows">N.</param>
    internal int About(int rows) => IsFraction ? Math.Max(1, (int)Math.Round(_fraction * rows)) : _others + 1;

    private static bool TryParse(string? text, out RowCount rows)
    {
        RowCount? known = text switch
        {
            not null when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1 => Count(count),
            not null when text.EndsWith(Share, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - Share.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out double fraction)
                && fraction is > 0 and <= 1 => Fraction(fraction),
            _ => null,
        };
        rows = known.GetValueOrDefault();
        return known is not null;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
