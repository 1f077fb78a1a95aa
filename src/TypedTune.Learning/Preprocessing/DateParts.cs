namespace TypedTune.Learning;

/// <summary>Takes dates and times apart into numbers: year, month, day, day of the week and others, each a column.</summary>
/// <remarks>
/// <para>
/// The columns must be known to hold dates or times, as those of a table are whose property is a <see cref="DateOnly"/>, a <see cref="DateTime"/> or a
/// <see cref="DateTimeOffset"/>: the step comes first, or behind a <see cref="SimpleImputer"/> or a <see cref="Passthrough"/>. Others are refused before anything is fitted. A
/// matrix made otherwise is told by <see cref="FeatureMatrix.WithKinds"/>. Parts of a <see cref="DateTimeOffset"/> are those in UTC.
/// </para>
/// <para>
/// A column <c>Seen</c> becomes <c>Seen.year</c>, <c>Seen.month</c> and so on in the order of the options below; under <see cref="Cyclic"/> each part but the year becomes two, as
/// <c>Seen.month sin</c> and <c>Seen.month cos</c>. The parts of a missing date are missing. A date without a time of day has no hour and no minute, which are left out.
/// </para>
/// </remarks>
[MissingValues(MissingValueTreatment.Keep)]
public sealed partial record DateParts : ITransformer<FittedDateParts>, IFitEstimate
{
    /// <summary>Whether the year becomes a column. Default: true.</summary>
    [Hyperparameter(InAll = false)]
    public bool Year { get; init; } = true;

    /// <summary>Whether the quarter, from 1 to 4, becomes a column. Default: false.</summary>
    [Hyperparameter(InAll = false)]
    public bool Quarter { get; init; }

    /// <summary>Whether the month, from 1 to 12, becomes a column. Default: true.</summary>
    [Hyperparameter(InAll = false)]
    public bool Month { get; init; } = true;

    /// <summary>Whether the week of ISO 8601, from 1 to 53, becomes a column. Default: false.</summary>
    [Hyperparameter(InAll = false)]
    public bool Week { get; init; }

    /// <summary>Whether the day of the month, from 1 to 31, becomes a column. Default: true.</summary>
    [Hyperparameter(InAll = false)]
    public bool Day { get; init; } = true;

    /// <summary>Whether the day of the week, from 1 for Monday to 7 for Sunday, becomes a column. Default: true.</summary>
    [Hyperparameter(InAll = false)]
    public bool DayOfWeek { get; init; } = true;

    /// <summary>Whether the day of the year, from 1 to 366, becomes a column. Default: false.</summary>
    [Hyperparameter(InAll = false)]
    public bool DayOfYear { get; init; }

    /// <summary>Whether the hour, from 0 to 23, becomes a column, where there is one. Default: true.</summary>
    [Hyperparameter(InAll = false)]
    public bool Hour { get; init; } = true;

    /// <summary>Whether the minute, from 0 to 59, becomes a column, where there is one. Default: false.</summary>
    [Hyperparameter(InAll = false)]
    public bool Minute { get; init; }

    /// <summary>
    /// Whether each part but the year becomes the sine and the cosine of its angle on a circle, so that December is next to January: what linear models and neighbours need, and
    /// trees do not. A month, a year and a year's weeks are a full circle whatever their length. Default: false.
    /// </summary>
    [Hyperparameter(InAll = false)]
    public bool Cyclic { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A column is not known to hold dates or times, no part of one is asked for, a value is infinite, or there is none; the message names the column.</exception>
    public FittedDateParts Fit(FeatureMatrix input, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        DeclaredBounds.Check(this);
        if (input.ColumnCount == 0 || input.RowCount == 0)
            throw new ArgumentException($"{nameof(DateParts)} needs a row and a column at least, but was given {input.RowCount} rows of {input.ColumnCount} columns.", nameof(input));
        var parts = new DatePart[input.ColumnCount][];
        for (int c = 0; c < parts.Length; c++)
        {
            DatePartChecks.RequireDates(input, c, nameof(DateParts));
            parts[c] = [.. PartsOf(input.Kind(c))];
            if (parts[c].Length == 0)
                throw new ArgumentException($"{nameof(DateParts)} is asked for no part of {input.Names[c]}{(input.Kind(c) == NumberKind.Date ? ", which has no time of day" : "")}. Set one of its options to true, or leave the column out.");
        }

        var fitted = new FittedDateParts(input.Names, [.. Enumerable.Range(0, parts.Length).Select(input.Kind)], parts, Cyclic);
        fitted.Transform(input);
        return fitted;
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input)
    {
        int most = PartsOf(NumberKind.DateTime).Sum(part => Cyclic && part != DatePart.Year ? 2 : 1);
        return new(input.Values * (20.0 + most * (Cyclic ? 30 : 10)), OutputColumns: most * input.Columns);
    }

    private IEnumerable<DatePart> PartsOf(NumberKind kind)
    {
        bool hasTime = kind != NumberKind.Date;
        (bool IsAsked, DatePart Part)[] all =
        [
            (Year, DatePart.Year), (Quarter, DatePart.Quarter), (Month, DatePart.Month), (Week, DatePart.Week), (Day, DatePart.Day), (DayOfWeek, DatePart.DayOfWeek),
            (DayOfYear, DatePart.DayOfYear), (Hour && hasTime, DatePart.Hour), (Minute && hasTime, DatePart.Minute),
        ];
        return all.Where(part => part.IsAsked).Select(part => part.Part);
    }
}
