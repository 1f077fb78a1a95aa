namespace TypedTune.Learning;

/// <summary>
/// The features along which predictions may only rise, or only fall. Immutable, compared by value.
/// </summary>
/// <remarks>
/// <code>MonotoneConstraints.None.Increasing("MedianIncome").Decreasing("Rest.HousingMedianAge")</code>
/// A split on such a feature is made only if its sides differ in that direction, and their leaves stay on their sides of the
/// middle, as in scikit-learn. In a classification, which must be of two classes, it is the probability of the second one.
/// </remarks>
public sealed class MonotoneConstraints : IEquatable<MonotoneConstraints>, IConfiguration
{
    private readonly SortedDictionary<string, sbyte> _directions;

    private MonotoneConstraints(SortedDictionary<string, sbyte> directions) => _directions = directions;

    /// <summary>No constraint. The default.</summary>
    public static MonotoneConstraints None { get; } = new(new(StringComparer.Ordinal));

    string IConfiguration.TypeName => "TypedTune.Learning.MonotoneConstraints";

    int IConfiguration.Version => 1;

    /// <summary>Adds a constraint: predictions must not fall as the feature rises.</summary>
    /// <param name="feature">Its name, as the estimator's input has it; checked at fit.</param>
    /// <exception cref="ArgumentException">The feature has a direction already.</exception>
    public MonotoneConstraints Increasing(string feature) => With(feature, 1);

    /// <summary>Adds a constraint: predictions must not rise as the feature rises.</summary>
    /// <param name="feature">Its name, as the estimator's input has it; checked at fit.</param>
    /// <exception cref="ArgumentException">The feature has a direction already.</exception>
    public MonotoneConstraints Decreasing(string feature) => With(feature, -1);

    void IConfiguration.Write(ConfigurationWriter writer) => writer.Begin(this)
        .Name("Increasing"u8).List(Features(1), static (to, feature) => to.Text(feature))
        .Name("Decreasing"u8).List(Features(-1), static (to, feature) => to.Text(feature))
        .End();

    IConfiguration IConfiguration.Read(ConfigurationReader reader)
    {
        reader.Begin(this);
        var increasing = reader["Increasing"].List(static feature => feature.Text()).Aggregate(None, static (constraints, feature) => constraints.Increasing(feature));
        var all = reader["Decreasing"].List(static feature => feature.Text()).Aggregate(increasing, static (constraints, feature) => constraints.Decreasing(feature));
        reader.End();
        return all;
    }

    /// <inheritdoc/>
    public bool Equals(MonotoneConstraints? other) => other is not null && _directions.SequenceEqual(other._directions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MonotoneConstraints);

    /// <inheritdoc/>
    public override int GetHashCode() => _directions.Aggregate(0, (hash, item) => HashCode.Combine(hash, item.Key, item.Value));

    /// <summary>The directions in words, such as <c>MedianIncome ↑, Age ↓</c> or <c>none</c>.</summary>
    public override string ToString() => _directions.Count == 0 ? "none" : string.Join(", ", _directions.Select(item => $"{item.Key} {(item.Value > 0 ? "↑" : "↓")}"));

    /// <summary>The direction of each column; null if there is no constraint.</summary>
    /// <param name="features">The columns.</param>
    /// <exception cref="ArgumentException">There is no such feature, or it holds categories.</exception>
    internal sbyte[]? Resolve(FeatureNames features)
    {
        if (_directions.Count == 0)
            return null;
        var columns = new sbyte[features.Count];
        string[] names = [.. features];
        foreach (var (name, direction) in _directions)
        {
            int column = Array.IndexOf(names, name);
            if (column < 0)
                throw new ArgumentException($"MonotoneConstraints names the feature '{Excerpt.From(name)}', but the features are [{Excerpt.FromList(features)}]. Did you mean '{Excerpt.From(names.MinBy(known => EditDistance.Between(name, known)))}'?");
            if (features.Levels(column) is not null)
                throw new ArgumentException($"MonotoneConstraints gives a direction to {Excerpt.From(name)}, which holds categories and has none.");
            columns[column] = direction;
        }

        return columns;
    }

    private IEnumerable<string> Features(sbyte direction) => _directions.Count == 0 ? [] : _directions.Where(item => item.Value == direction).Select(item => item.Key);

    private MonotoneConstraints With(string feature, sbyte direction)
    {
        ArgumentException.ThrowIfNullOrEmpty(feature);
        var directions = new SortedDictionary<string, sbyte>(_directions, StringComparer.Ordinal);
        if (!directions.TryAdd(feature, direction))
            throw new ArgumentException($"'{Excerpt.From(feature)}' is given two directions.", nameof(feature));
        return new MonotoneConstraints(directions);
    }
}
