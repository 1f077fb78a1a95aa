using System.Collections;

namespace TypedTune.Learning;

/// <summary>How much each feature contributes, in the order of the columns. Immutable.</summary>
public sealed class FeatureImportances : IReadOnlyList<FeatureImportance>
{
    private readonly FeatureImportance[] _items;

    /// <summary>Creates importances.</summary>
    /// <param name="names">One name a feature.</param>
    /// <param name="values">One importance a feature.</param>
    /// <exception cref="ArgumentException">There are not as many values as names.</exception>
    public FeatureImportances(FeatureNames names, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        if (names.Count != values.Count)
            throw new ArgumentException($"{values.Count} importances were given for {names.Count} features.", nameof(values));
        _items = [.. names.Zip(values, (name, value) => new FeatureImportance(name, value))];
    }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public FeatureImportance this[int index] => _items[index];

    /// <summary>The importances, the largest first; equal ones in the order of the columns.</summary>
    public IReadOnlyList<FeatureImportance> Descending() => [.. _items.OrderByDescending(item => item.Importance)];

    /// <inheritdoc/>
    public IEnumerator<FeatureImportance> GetEnumerator() => ((IEnumerable<FeatureImportance>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
