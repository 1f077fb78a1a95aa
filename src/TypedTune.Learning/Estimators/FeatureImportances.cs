using System.Collections;

namespace TypedTune.Learning;

/// <summary>How much each feature contributes, in the order of the columns. Immutable.</summary>
public sealed class FeatureImportances : IReadOnlyList<FeatureImportance>
{
    private readonly FeatureImportance[] _items;
    private readonly FeatureNames _names;

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
        _names = names;
        _items = [.. names.Zip(values, (name, value) => new FeatureImportance(name, value))];
    }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public FeatureImportance this[int index] => _items[index];

    /// <summary>The importances, the largest first; equal ones in the order of the columns.</summary>
    public IReadOnlyList<FeatureImportance> Descending() => [.. _items.OrderByDescending(item => item.Importance)];

    /// <summary>
    /// The importances by the original columns that features were made of, those of the same columns added up, so that their
    /// sum stays what it is.
    /// </summary>
    /// <returns>
    /// One for each column, as <c>OceanProximity</c> for its categories. Features made of several columns count for these
    /// together and not for each, under a joint name such as <c>Latitude, Longitude</c>.
    /// </returns>
    /// <remarks>
    /// Steps of a pipeline that work column by column say of which column a feature was made; of others, such as ratios and
    /// clusters, each feature was made of every column that the step reads. For what a single column is worth through all its
    /// features, permute it in the table and look at what that does to the score.
    /// </remarks>
    public FeatureImportances ByOriginalColumn()
    {
        var (names, groups) = _names.BySource();
        var sums = new double[names.Count];
        for (int feature = 0; feature < groups.Length; feature++)
            sums[groups[feature]] += _items[feature].Importance;
        return new FeatureImportances(names, sums);
    }

    /// <inheritdoc/>
    public IEnumerator<FeatureImportance> GetEnumerator() => ((IEnumerable<FeatureImportance>)_items).GetEnumerator();

    /// <summary>A line a feature, the most important first.</summary>
    public override string ToString() => string.Join('\n', Descending());

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
