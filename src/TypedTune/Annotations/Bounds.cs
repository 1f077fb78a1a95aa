using System.Globalization;
using System.Numerics;

namespace TypedTune;

/// <summary>The declared range of a numeric hyperparameter. Immutable.</summary>
/// <param name="Min">The smallest legal value, or negative infinity.</param>
/// <param name="Max">The largest legal value, or positive infinity.</param>
/// <param name="MinExclusive">Whether <paramref name="Min"/> itself is illegal.</param>
/// <param name="MaxExclusive">Whether <paramref name="Max"/> itself is illegal.</param>
/// <param name="Scale">The scale of ranges that name no other.</param>
public readonly record struct Bounds(
    double Min = double.NegativeInfinity,
    double Max = double.PositiveInfinity,
    bool MinExclusive = false,
    bool MaxExclusive = false,
    Scale Scale = Scale.Linear)
{
    /// <summary>No bounds.</summary>
    public static Bounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The smallest value of a whole-range search; null, the default, for <see cref="Min"/>.</summary>
    public double? SearchMin { get; init; }

    /// <summary>The largest value of a whole-range search; null, the default, for <see cref="Max"/>.</summary>
    public double? SearchMax { get; init; }

    /// <summary>The bounds within which a whole-range search stays.</summary>
    internal Bounds Searched => new(SearchMin ?? Min, SearchMax ?? Max, MinExclusive && (SearchMin ?? Min) == Min, MaxExclusive && (SearchMax ?? Max) == Max, Scale);

    /// <summary>Whether both ends are declared, so that the whole range can be searched.</summary>
    public bool IsFinite => double.IsFinite(Min) && double.IsFinite(Max);

    /// <summary>Whether <paramref name="value"/> is legal. Not-a-number never is.</summary>
    public bool Contains(double value) =>
        (MinExclusive ? value > Min : value >= Min) && (MaxExclusive ? value < Max : value <= Max);

    /// <summary>Refuses an illegal value.</summary>
    /// <typeparam name="T">The number's type.</typeparam>
    /// <param name="value">The value to check.</param>
    /// <param name="parameter">The hyperparameter's path, as it appears in the message.</param>
    /// <returns>The value, if it is legal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is outside the bounds or not a number.</exception>
    public T Check<T>(T value, string parameter)
        where T : INumberBase<T>
    {
        double number = double.CreateSaturating(value);
        if (!Contains(number))
            throw new ArgumentOutOfRangeException(parameter, value, $"{parameter} must be {Describe()}, but is {Text(number)}.");
        return value;
    }

    /// <summary>Says the bounds in words, such as <c>at least 1</c> or <c>above 0 and at most 1</c>.</summary>
    public string Describe()
    {
        string? low = double.IsNegativeInfinity(Min) ? null : (MinExclusive ? "above " : "at least ") + Text(Min);
        string? high = double.IsPositiveInfinity(Max) ? null : (MaxExclusive ? "below " : "at most ") + Text(Max);
        return (low, high) switch
        {
            (null, null) => "a number",
            (not null, null) => low,
            (null, not null) => high,
            _ => $"{low} and {high}",
        };
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
