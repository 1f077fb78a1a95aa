namespace TypedTune.Generators.Model;

internal enum ParameterKind
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A real number.</summary>
    Real,

    /// <summary>A bool or an enum.</summary>
    Choice,

    /// <summary>Any other value: a string, a user's type.</summary>
    Plain,

    /// <summary>A value whose type brings its own parameter class.</summary>
    Custom,

    /// <summary>A tunable part.</summary>
    Nested,

    /// <summary>One of several tunable parts.</summary>
    OneOf,
}

/// <summary>What <c>All()</c> makes of a parameter or a component.</summary>
internal enum Coverage
{
    None,
    Finite,
    Continuous,
}

/// <summary>Declared bounds, as literals of the source.</summary>
internal sealed record BoundsModel(double Min, double Max, bool MinExclusive, bool MaxExclusive, bool IsLog)
{
    /// <summary>The smallest value that <c>All()</c> covers; negative infinity for <see cref="Min"/>.</summary>
    public double SearchMin { get; init; } = double.NegativeInfinity;

    /// <summary>The largest value that <c>All()</c> covers; infinity for <see cref="Max"/>.</summary>
    public double SearchMax { get; init; } = double.PositiveInfinity;

    /// <summary>Whether <c>All()</c> covers the hyperparameter.</summary>
    public bool IsInAll { get; init; } = true;

    public bool HasSearchRange => !double.IsNegativeInfinity(SearchMin) || !double.IsPositiveInfinity(SearchMax);

    public double LowSearched => double.IsNegativeInfinity(SearchMin) ? Min : SearchMin;

    public double HighSearched => double.IsPositiveInfinity(SearchMax) ? Max : SearchMax;

    /// <summary>Whether <c>All()</c> has a finite range to cover.</summary>
    public bool CanBeSearched => !double.IsInfinity(LowSearched) && !double.IsInfinity(HighSearched);

    /// <summary>Whether the search range is a range of legal values.</summary>
    public bool SearchesLegalValues => !HasSearchRange
        || ((double.IsNegativeInfinity(SearchMin) || Contains(SearchMin)) && (double.IsPositiveInfinity(SearchMax) || Contains(SearchMax)) && LowSearched <= HighSearched);

    public bool AreDeclared => !double.IsNegativeInfinity(Min) || !double.IsPositiveInfinity(Max);

    public bool AreFinite => !double.IsInfinity(Min) && !double.IsInfinity(Max);

    /// <summary>The smallest legal whole number, if any is legal.</summary>
    public double LowestWhole => Math.Ceiling(Min) is var low && MinExclusive && low == Min ? low + 1 : low;

    /// <summary>The largest legal whole number, if any is legal.</summary>
    public double HighestWhole => Math.Floor(Max) is var high && MaxExclusive && high == Max ? high - 1 : high;

    /// <summary>Whether no number is legal.</summary>
    public bool IsEmpty(bool isWhole) => isWhole
        ? !(LowestWhole <= HighestWhole) || double.IsPositiveInfinity(Min) || double.IsNegativeInfinity(Max)
        : !(Min < Max || (Min == Max && !MinExclusive && !MaxExclusive));

    public bool Contains(double value) =>
        (MinExclusive ? value > Min : value >= Min) && (MaxExclusive ? value < Max : value <= Max);

    /// <summary>The bounds in words, such as <c>at least 1 and below 10</c>.</summary>
    public string Describe()
    {
        string? low = double.IsNegativeInfinity(Min) ? null : (MinExclusive ? "above " : "at least ") + Text(Min);
        string? high = double.IsPositiveInfinity(Max) ? null : (MaxExclusive ? "below " : "at most ") + Text(Max);
        return low is null ? high ?? "a number" : high is null ? low : $"{low} and {high}";
    }

    public static string Text(double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One option of a choice between types.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Type">The option, fully qualified.</param>
/// <param name="Accessibility">The member's accessibility.</param>
/// <param name="IsTunable">Whether the option has hyperparameters of its own.</param>
/// <param name="Coverage">What the option's <c>All()</c> makes.</param>
internal sealed record OptionModel(string Name, string Type, string Accessibility, bool IsTunable, Coverage Coverage);

/// <summary>A member of the generated space.</summary>
/// <param name="Name">The property's name, escaped where it is a keyword.</param>
/// <param name="Path">The property's name as text.</param>
/// <param name="Kind">What is generated for it.</param>
/// <param name="Type">The property's type, fully qualified, with its nullability.</param>
/// <param name="ValueType">The type without nullability.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="Accessibility">The member's accessibility.</param>
/// <param name="Bounds">The declared bounds of a number.</param>
/// <param name="Values">All values of a choice, as expressions.</param>
/// <param name="CustomType">The parameter class that the value's type brings, without its type argument.</param>
/// <param name="Options">The options of a choice between types.</param>
/// <param name="Coverage">What <c>All()</c> makes of it.</param>
/// <param name="Summary">The property's own documentation, as XML.</param>
/// <param name="Default">The value that it has if nobody sets it, as written; empty where the source does not show one.</param>
/// <param name="Cref">The name by which documentation refers to the property; null in generic types, where it would have another form.</param>
/// <param name="Obsolete">What the property's [Obsolete] says; null where it has none.</param>
internal sealed record ParameterModel(
    string Name,
    string Path,
    ParameterKind Kind,
    string Type,
    string ValueType,
    bool IsNullable,
    string Accessibility,
    BoundsModel Bounds,
    EquatableArray<string> Values,
    string CustomType,
    EquatableArray<OptionModel> Options,
    Coverage Coverage,
    string Summary,
    string Default,
    string? Cref,
    string? Obsolete);
