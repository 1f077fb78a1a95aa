using System.Globalization;

namespace TypedTune.Learning;

/// <summary>A column of numbers. Made by the generator; immutable.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public sealed class NumberColumn<TRow> : Column<TRow>
{
    private const double LargestExactInteger = (1L << 53) - 1;

    private readonly Func<TRow, double> _get;

    /// <summary>Creates a column.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="ordinal">Its place in the row type, from 0.</param>
    /// <param name="kind">What its numbers stand for.</param>
    /// <param name="get">Reads a row's value; not-a-number where missing.</param>
    public NumberColumn(string name, int ordinal, NumberKind kind, Func<TRow, double> get)
        : base(name, ordinal)
    {
        _get = get;
        Kind = kind;
    }

    /// <summary>The kind of values that the numbers encode, such as dates.</summary>
    public NumberKind Kind { get; }

    /// <summary>The smallest number that the property's type holds. Default: −∞.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number that the property's type holds. Default: ∞.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>How dates and times are written in text, as by <see cref="System.DateTime.ToString(string)"/>; null, the default, for ISO 8601.</summary>
    public string? Format { get; init; }

    /// <summary>Rounds a number to what the property's type keeps of it, so that a row has the numbers of its table; null, the default, where that is all.</summary>
    public Func<double, double>? Round { get; init; }

    /// <summary>A row's value; not-a-number where missing.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">
    /// The value is not-a-number, but the property is neither nullable nor the target; or it is infinite, or a whole number beyond ±(2⁵³ − 1).
    /// </exception>
    public double Of(TRow row)
    {
        double value = _get(row);
        if (double.IsNaN(value))
            return MayBeMissing ? value : throw Missing("not a number (NaN)");
        return WhyIllegal(value) is { } problem
            ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{Name} is {value:R}, which {problem}"), nameof(row))
            : Rounded(value);
    }

    /// <summary>Rounds a legal number by <see cref="Round"/>, if that is set.</summary>
    internal double Rounded(double value) => Round is null ? value : Round(value);

    /// <summary>Says why a number cannot stand in the column.</summary>
    /// <param name="value">A number that is not missing.</param>
    /// <returns>A sentence without its subject that also says what to do; null where the number is legal.</returns>
    internal string? WhyIllegal(double value)
    {
        if (value >= Minimum && value <= Maximum && double.IsFinite(value) && (Kind == NumberKind.Real || IsOfKind(value)))
            return null;
        if (!double.IsFinite(value))
            return "is not finite. Remove the row, or leave the field empty and make the property nullable.";
        return Kind switch
        {
            NumberKind.Integer when value != Math.Truncate(value) => "is not a whole number. Correct it, or make the property a double.",
            NumberKind.Integer when Math.Abs(value) > LargestExactInteger => $"is beyond ±{LargestExactInteger:F0}, where whole numbers are no longer exact. Make the property a double, or a string if it is a name.",
            NumberKind.Boolean => "is not true, false, 1 or 0.",
            NumberKind.Date => "is not a number of days from 1970-01-01 to a date in the years 1 to 9999.",
            NumberKind.DateTime or NumberKind.DateTimeOffset => "is not a number of seconds from 1970-01-01 to a time in the years 1 to 9999.",
            NumberKind.TimeSpan => "is not a number of seconds that a TimeSpan can hold.",
            _ => string.Create(CultureInfo.InvariantCulture, $"is outside of {Minimum} to {Maximum}, which is what the type of {Name} holds. Correct it, or make the property a {(Kind == NumberKind.Integer ? "long or a " : "")}double."),
        };
    }

    private bool IsOfKind(double value) => Kind switch
    {
        NumberKind.Integer => value == Math.Truncate(value) && Math.Abs(value) <= LargestExactInteger,
        NumberKind.Boolean => value is 0 or 1,
        NumberKind.Date => value == Math.Truncate(value) && value is >= -719_162 and <= 2_932_896,
        NumberKind.DateTime or NumberKind.DateTimeOffset => value is >= -62_135_596_800 and < 253_402_300_800,
        NumberKind.TimeSpan => Math.Abs(value) <= TimeSpan.MaxValue.TotalSeconds,
        _ => true,
    };
}
