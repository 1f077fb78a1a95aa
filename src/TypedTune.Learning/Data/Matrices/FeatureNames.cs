using System.Collections;

namespace TypedTune.Learning;

/// <summary>
/// The names of a matrix's columns, in order, with the categories of columns that hold some, and the original columns that each was made from. Immutable;
/// equal when the names and the categories are.
/// </summary>
/// <remarks>
/// A column of categories holds their numbers from 0, and not-a-number where it is missing. Trees split it by sets of
/// categories; steps that calculate refuse it.
/// </remarks>
public sealed class FeatureNames : IReadOnlyList<string>, IEquatable<FeatureNames>
{
    private readonly string[] _names;
    private readonly IReadOnlyList<string>?[]? _levels;
    private readonly IReadOnlyList<string>[]? _sources;

    /// <summary>Creates names.</summary>
    /// <param name="names">One name a column, copied.</param>
    /// <exception cref="ArgumentException">A name is null or empty.</exception>
    public FeatureNames(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = [.. names];
        for (int i = 0; i < _names.Length; i++)
        {
            if (string.IsNullOrEmpty(_names[i]))
                throw new ArgumentException($"The name of column {i} is empty.", nameof(names));
        }
    }

    private FeatureNames(string[] names, IReadOnlyList<string>?[]? levels, IReadOnlyList<string>[]? sources = null)
    {
        _names = names;
        _sources = sources;
        _levels = levels is null || Array.TrueForAll(levels, level => level is null) ? null : levels;
    }

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <inheritdoc/>
    public string this[int index] => _names[index];

    /// <summary>Whether the original columns are known.</summary>
    internal bool KnowsSources => _sources is not null;

    private IEnumerable<IReadOnlyList<string>> AllSources => _sources ?? _names.Select(name => (IReadOnlyList<string>)[name]);

    /// <summary>The names <c>x0</c>, <c>x1</c>, … for a matrix without names.</summary>
    /// <param name="count">The number of names.</param>
    public static FeatureNames Numbered(int count) => new(Enumerable.Range(0, count).Select(i => $"x{i}"));

    /// <summary>Names of columns that hold categories.</summary>
    /// <param name="names">One name a column, copied.</param>
    /// <param name="levels">The categories of each column, in the order of their numbers.</param>
    /// <exception cref="ArgumentException">A name is null or empty, or there are not as many names as lists of categories.</exception>
    public static FeatureNames OfCategories(IEnumerable<string> names, IEnumerable<IReadOnlyList<string>> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var checkedNames = new FeatureNames(names);
        IReadOnlyList<string>[] lists = [.. levels];
        if (lists.Length != checkedNames.Count)
            throw new ArgumentException($"{checkedNames.Count} names were given for {lists.Length} columns of categories.", nameof(levels));
        return new FeatureNames(checkedNames._names, lists);
    }

    /// <summary>Names one after the other.</summary>
    /// <param name="parts">The names, in order.</param>
    public static FeatureNames Concatenate(params IEnumerable<FeatureNames> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        FeatureNames[] all = [.. parts];
        return new FeatureNames(
            [.. all.SelectMany(part => part._names)],
            [.. all.SelectMany(part => Enumerable.Range(0, part.Count).Select(part.Levels))],
            Array.Exists(all, part => part.KnowsSources) ? [.. all.SelectMany(part => part.AllSources)] : null);
    }

    /// <summary>The categories of a column in the order of their numbers; null if it holds numbers.</summary>
    /// <param name="column">From 0.</param>
    public IReadOnlyList<string>? Levels(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Count);
        return _levels?[column];
    }

    /// <summary>The original columns that a column was made of, as those of a table; the column itself, where it was made of no other.</summary>
    /// <param name="column">From 0.</param>
    public IReadOnlyList<string> Sources(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Count);
        return _sources?[column] ?? [_names[column]];
    }

    /// <summary>Says that each column was made of one input, as by a step that works column by column.</summary>
    /// <param name="inputs">The step's input.</param>
    /// <param name="columns">For each of these names, the column of <paramref name="inputs"/>, from 0.</param>
    /// <exception cref="ArgumentException">There are not as many columns as names.</exception>
    /// <remarks>A step that does not say so is taken to make each column of all its inputs, unless it keeps their names.</remarks>
    public FeatureNames MadeOf(FeatureNames inputs, IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count != Count)
            throw new ArgumentException($"{columns.Count} columns were given for {Count} names.", nameof(columns));
        return new FeatureNames(_names, _levels, [.. columns.Select(inputs.Sources)]);
    }

    /// <summary>Says that each column was made of all inputs.</summary>
    /// <param name="inputs">The inputs.</param>
    internal FeatureNames MadeOf(FeatureNames inputs)
    {
        string[] all = [.. inputs.AllSources.SelectMany(sources => sources).Distinct(StringComparer.Ordinal)];
        return new FeatureNames(_names, _levels, [.. _names.Select(_ => all)]);
    }

    /// <summary>The distinct sets of sources, as names, and for each column which of these is its.</summary>
    internal (FeatureNames Names, int[] Groups) BySource()
    {
        string[] joined = [.. AllSources.Select(sources => string.Join(", ", sources))];
        string[] distinct = [.. joined.Distinct(StringComparer.Ordinal)];
        return (new FeatureNames(distinct), Array.ConvertAll(joined, name => Array.IndexOf(distinct, name)));
    }

    /// <summary>These names, each behind <paramref name="prefix"/> and a dot.</summary>
    /// <param name="prefix">The text to put in front.</param>
    public FeatureNames Prefixed(string prefix) => new([.. _names.Select(name => $"{prefix}.{name}")], _levels, [.. AllSources]);

    /// <inheritdoc/>
    public bool Equals(FeatureNames? other) =>
        other is not null && (ReferenceEquals(this, other) || (_names.AsSpan().SequenceEqual(other._names) && HaveSameLevels(other)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureNames);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_names.Length, _names.Length > 0 ? _names[0] : "");

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _names);

    // A loop, and no query: applications compare the names of each row that they predict, and a query would make garbage.
    private bool HaveSameLevels(FeatureNames other)
    {
        if (_levels is null || other._levels is null)
            return _levels is null && other._levels is null;
        for (int column = 0; column < Count; column++)
        {
            var (left, right) = (_levels[column], other._levels[column]);
            if (!ReferenceEquals(left, right) && (left is null || right is null || !left.SequenceEqual(right, StringComparer.Ordinal)))
                return false;
        }

        return true;
    }
}
