using System.Globalization;

namespace TypedTune.Learning;

/// <summary>
/// How much the rows of each class count while a tree is grown: all the same, balanced, or as given. Immutable, compared by value.
/// </summary>
/// <remarks>Meanings are scikit-learn's <c>class_weight</c>; the weights multiply those of the rows.</remarks>
public sealed class ClassWeights : IEquatable<ClassWeights>, IConfiguration
{
    private readonly Kind _kind;
    private readonly SortedDictionary<string, double> _map = new(StringComparer.Ordinal);

    private ClassWeights(Kind kind) => _kind = kind;

    private enum Kind
    {
        Equal,
        Balanced,
        BalancedPerTree,
        Map,
    }

    /// <summary>Every class counts 1. The default.</summary>
    public static ClassWeights Equal { get; } = new(Kind.Equal);

    /// <summary>Every class has the same total weight: a row counts N ∕ (classes · rows of its class), by the weights of all training rows.</summary>
    public static ClassWeights Balanced { get; } = new(Kind.Balanced);

    /// <summary>Balances the classes for each tree by itself, by the rows that were drawn for it; scikit-learn's <c>balanced_subsample</c>.</summary>
    public static ClassWeights BalancedPerTree { get; } = new(Kind.BalancedPerTree);

    string IConfiguration.TypeName => "TypedTune.Learning.ClassWeights";

    int IConfiguration.Version => 1;

    /// <summary>Whether each tree balances its own rows.</summary>
    internal bool ArePerTree => _kind == Kind.BalancedPerTree;

    /// <summary>The classes given count by their weight, all others 1.</summary>
    /// <param name="weights">Labels, each once, with a weight that is 0 or from 1e-28 to 1e28; none that counts may be above 1e18 times another at a fit.</param>
    /// <exception cref="ArgumentException">A label occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is outside.</exception>
    public static ClassWeights Of(params ReadOnlySpan<(string Label, double Weight)> weights)
    {
        var result = new ClassWeights(Kind.Map);
        foreach (var (label, weight) in weights)
        {
            ArgumentNullException.ThrowIfNull(label, nameof(weights));
            if (!WeightLimits.Allow(weight))
                throw new ArgumentOutOfRangeException(nameof(weights), weight, $"The weight of '{Excerpt.From(label)}' must be {WeightLimits.Words}, but is {weight.ToString("R", CultureInfo.InvariantCulture)}.");
            if (!result._map.TryAdd(label, weight))
                throw new ArgumentException($"'{Excerpt.From(label)}' is given two weights.", nameof(weights));
        }

        return result;
    }

    void IConfiguration.Write(ConfigurationWriter writer)
    {
        writer.Begin(this).Name("Kind"u8).Enum(_kind);
        if (_kind == Kind.Map)
            writer.Name("Weights"u8).List(_map, static (to, item) => to.BeginList().Text(item.Key).Number(item.Value).EndList());
        writer.End();
    }

    IConfiguration IConfiguration.Read(ConfigurationReader reader)
    {
        reader.Begin(this);
        var weights = reader["Kind"].Enum<Kind>() switch
        {
            Kind.Equal => Equal,
            Kind.Balanced => Balanced,
            Kind.BalancedPerTree => BalancedPerTree,
            _ => Of(reader["Weights"].List<(string, double)>(static item => (item[0].Text(), item[1].Number<double>()))),
        };
        reader.End();
        return weights;
    }

    /// <inheritdoc/>
    public bool Equals(ClassWeights? other) => other is not null && _kind == other._kind && _map.SequenceEqual(other._map);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClassWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => _map.Aggregate((int)_kind, (hash, item) => HashCode.Combine(hash, item.Key, item.Value));

    /// <summary>The weights in words, such as <c>balanced</c> or <c>no: 1, yes: 5</c>.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Equal => "equal",
        Kind.Balanced => "balanced",
        Kind.BalancedPerTree => "balanced per tree",
        _ => string.Join(", ", _map.Select(item => $"{item.Key}: {item.Value.ToString("R", CultureInfo.InvariantCulture)}")),
    };

    /// <summary>Computes the factors that give every class the same total weight: 0 for classes without rows.</summary>
    /// <param name="labels">N labels, none missing.</param>
    /// <param name="weights">N weights.</param>
    internal static double[] Balance(Categories labels, ReadOnlySpan<float> weights)
    {
        var sums = new double[labels.Levels.Count];
        double total = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            sums[labels.Codes[row]] += weights[row];
            total += weights[row];
        }

        int present = sums.Count(sum => sum > 0);
        return Array.ConvertAll(sums, sum => sum > 0 ? total / (present * sum) : 0);
    }

    /// <summary>The factor of each class before any row is drawn; null where all are 1.</summary>
    /// <param name="labels">N labels, none missing.</param>
    /// <param name="weights">The rows' own weights; null where all count 1.</param>
    /// <exception cref="ArgumentException">A class that is given a weight is not one of the labels.</exception>
    internal double[]? Factors(Categories labels, float[]? weights)
    {
        if (_map.Keys.FirstOrDefault(label => !labels.Levels.Contains(label)) is { } unknown)
            throw new ArgumentException($"ClassWeights names the class '{Excerpt.From(unknown)}', which is not one of the target's: {Excerpt.FromList(labels.Levels)}.");
        return _kind switch
        {
            Kind.Balanced => Balance(labels, weights ?? [.. Enumerable.Repeat(1f, labels.RowCount)]),
            Kind.Map => [.. labels.Levels.Select(level => _map.TryGetValue(level, out double weight) ? weight : 1)],
            _ => null,
        };
    }
}
