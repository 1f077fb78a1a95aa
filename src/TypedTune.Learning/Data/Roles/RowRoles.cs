namespace TypedTune.Learning;

/// <summary>
/// The roles of N rows beside their features: the target of each row and, if known, its group, its weight and its time.
/// Splitters divide rows by them; models learn and metrics score with them. Immutable; safe to read from several threads.
/// </summary>
/// <remarks>Arrays are not copied: do not write to them.</remarks>
public sealed class RowRoles
{
    /// <summary>Creates the roles of rows without groups, weights and times.</summary>
    /// <param name="targets">N values.</param>
    public RowRoles(Targets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        Targets = targets;
    }

    private RowRoles(RowRoles other, Targets targets)
        : this(targets)
    {
        Groups = other.Groups;
        Strata = other.Strata;
        Weights = other.Weights;
        Time = other.Time;
    }

    /// <summary>The number of rows, N.</summary>
    public int RowCount => Targets.RowCount;

    /// <summary>The values to be predicted, one a row.</summary>
    public Targets Targets { get; }

    /// <summary>The group of each row, such as a patient or a household; null, the default, where rows belong to none.</summary>
    /// <exception cref="ArgumentException">There are not as many groups as rows, or one is missing; the message names its row.</exception>
    public Categories? Groups
    {
        get;
        init => field = Checked(value, "group", nameof(Groups));
    }

    /// <summary>The stratum of each row, whose proportions stratified splitters keep; null, the default, where they keep those of labels alone.</summary>
    /// <exception cref="ArgumentException">There are not as many strata as rows, or one is missing; the message names its row.</exception>
    public Categories? Strata
    {
        get;
        init => field = Checked(value, "stratum", nameof(Strata));
    }

    /// <summary>How much each row counts, finite and at least 0; null, the default, where all count the same.</summary>
    /// <exception cref="ArgumentException">There are not as many weights as rows, or one is negative or not finite; the message names its row.</exception>
    public double[]? Weights
    {
        get;
        init => field = Checked(value);
    }

    /// <summary>When each row was observed, as any whole number that grows with time; null, the default, where that is not known.</summary>
    /// <remarks>
    /// The unit is the caller's: <see cref="DateTimeOffset.UtcTicks"/>, <see cref="DateOnly.DayNumber"/>, a sequence number. Whole numbers of 64 bits tell any two
    /// ticks apart and order them exactly; a double would not, as the ticks of our day are beyond its 53 bits.
    /// </remarks>
    /// <exception cref="ArgumentException">There are not as many times as rows.</exception>
    public long[]? Time
    {
        get;
        init
        {
            if (value is not null)
                RequireLength(value.Length, "times", nameof(Time));
            field = value;
        }
    }

    /// <summary>The same rows with other targets.</summary>
    /// <param name="targets">N values.</param>
    /// <exception cref="ArgumentException">There are not as many targets as rows.</exception>
    public RowRoles WithTargets(Targets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        RequireLength(targets.RowCount, "targets", nameof(targets));
        return new RowRoles(this, targets);
    }

    /// <summary>The same rows with other weights.</summary>
    /// <param name="weights">N finite numbers of at least 0; null where all count the same.</param>
    /// <exception cref="ArgumentException">There are not as many weights as rows, or one is negative or not finite; the message names its row.</exception>
    public RowRoles WithWeights(double[]? weights) => new(this, Targets) { Weights = weights };

    /// <summary>The rows at the given indices, with all their roles.</summary>
    /// <param name="rows">Indices from 0, in the order wanted; repeats are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the rows.</exception>
    public RowRoles TakeRows(ReadOnlySpan<int> rows) => new(Targets.TakeRows(rows))
    {
        Groups = Groups?.TakeRows(rows),
        Strata = Strata?.TakeRows(rows),
        Weights = Take(Weights, rows),
        Time = Take(Time, rows),
    };

    /// <summary>The number of rows, and which roles are known.</summary>
    public override string ToString() =>
        $"{RowCount} rows with {string.Join(", ", new[] { "targets", Groups is null ? null : "groups", Strata is null ? null : "strata", Weights is null ? null : "weights", Time is null ? null : "times" }.Where(role => role is not null))}";

    /// <summary>The same rows with other groups.</summary>
    internal RowRoles WithGroups(Categories? groups) => new(this, Targets) { Groups = groups };

    /// <summary>The same rows with other strata.</summary>
    internal RowRoles WithStrata(Categories? strata) => new(this, Targets) { Strata = strata };

    /// <summary>The same rows with other times.</summary>
    internal RowRoles WithTime(long[]? time) => new(this, Targets) { Time = time };

    private static T[]? Take<T>(T[]? values, ReadOnlySpan<int> rows)
    {
        if (values is null)
            return null;
        var taken = new T[rows.Length];
        for (int i = 0; i < taken.Length; i++)
            taken[i] = values[rows[i]];
        return taken;
    }

    private Categories? Checked(Categories? groups, string what, string parameter)
    {
        if (groups is null)
            return null;
        RequireLength(groups.RowCount, parameter.ToLowerInvariant(), parameter);
        int row = groups.Codes.IndexOf(-1);
        return row < 0 ? groups : throw new ArgumentException($"Every row must belong to a {what}, but row {row} belongs to none. Give such rows {parameter.ToLowerInvariant()} of their own, or remove them.", parameter);
    }

    private double[]? Checked(double[]? weights)
    {
        if (weights is null)
            return null;
        RequireLength(weights.Length, "weights", nameof(Weights));
        int row = Array.FindIndex(weights, weight => !(double.IsFinite(weight) && weight >= 0));
        return row < 0 ? weights : throw new ArgumentException(FormattableString.Invariant($"A weight must be finite and at least 0, but is {weights[row]} in row {row}."), nameof(Weights));
    }

    private void RequireLength(int given, string what, string parameter)
    {
        if (given != RowCount)
            throw new ArgumentException($"{given} {what} were given for {RowCount} rows.", parameter);
    }
}
