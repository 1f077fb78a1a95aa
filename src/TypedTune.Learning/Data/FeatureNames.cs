using System.Collections;

namespace TypedTune.Learning;

/// <summary>The names of a matrix's columns, in order. Immutable; equal when the names are.</summary>
public sealed class FeatureNames : IReadOnlyList<string>, IEquatable<FeatureNames>
{
    private readonly string[] _names;

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

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <inheritdoc/>
    public string this[int index] => _names[index];

    /// <summary>The names <c>x0</c>, <c>x1</c>, … for a matrix without names.</summary>
    /// <param name="count">How many.</param>
    public static FeatureNames Numbered(int count) => new(Enumerable.Range(0, count).Select(i => $"x{i}"));

    /// <summary>These names, each behind <paramref name="prefix"/> and a dot.</summary>
    /// <param name="prefix">What to put in front.</param>
    public FeatureNames Prefixed(string prefix) => new(_names.Select(name => $"{prefix}.{name}"));

    /// <inheritdoc/>
    public bool Equals(FeatureNames? other) =>
        other is not null && (ReferenceEquals(this, other) || _names.AsSpan().SequenceEqual(other._names));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureNames);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_names.Length, _names.Length > 0 ? _names[0] : "");

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _names);
}
