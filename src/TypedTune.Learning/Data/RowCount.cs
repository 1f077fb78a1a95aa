using System.Globalization;

namespace TypedTune.Learning;

/// <summary>
/// How many rows: a count, or a share of all training rows. Immutable, compared by value. The default value is <c>Count(1)</c>.
/// </summary>
/// <remarks>
/// A whole number converts to a <see cref="Count"/>. A <see cref="double"/> does not convert at all: in scikit-learn <c>1</c> is
/// one row and <c>1.0</c> is all of them, and here <c>Count(1)</c> and <c>Fraction(1.0)</c> say which.
/// </remarks>
[ParameterType(typeof(RowCountParameter<>))]
public readonly record struct RowCount
{
    private readonly double _fraction;
    private readonly int _others;

    private RowCount(int others, double fraction) => (_others, _fraction) = (others, fraction);

    private bool IsFraction => _fraction > 0;

    /// <summary>A whole number counts rows.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static implicit operator RowCount(int count) => Count(count);

    /// <summary>This many rows.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static RowCount Count(int count)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"count must be at least 1, but is {Text(count)}.");
        return new RowCount(count - 1, 0);
    }

    /// <summary>This share of all training rows; the hyperparameter says how it is rounded.</summary>
    /// <param name="fraction">Above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is outside, or not a number.</exception>
    public static RowCount Fraction(double fraction)
    {
        if (!(fraction is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, $"fraction must be above 0 and at most 1, but is {Text(fraction)}.");
        return new RowCount(0, fraction);
    }

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
    public override string ToString() => IsFraction ? $"{Text(_fraction)} of the rows" : Text(_others + 1);

    /// <summary>The count, a share rounded up to whole rows.</summary>
    /// <param name="rows">N.</param>
    internal int AtLeast(int rows) => IsFraction ? (int)Math.Ceiling(_fraction * rows) : _others + 1;

    /// <summary>The count, a share rounded to whole rows, one at least.</summary>
    /// <param name="rows">N.</param>
    internal int About(int rows) => IsFraction ? Math.Max(1, (int)Math.Round(_fraction * rows)) : _others + 1;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
