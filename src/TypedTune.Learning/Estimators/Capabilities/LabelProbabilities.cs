using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedTune.Learning;

/// <summary>The probability of each label of one row; they add up to 1. Immutable and thread safe.</summary>
/// <remarks>A dictionary from labels to probabilities, in the order of the levels: JSON of it is an object with a property a label.</remarks>
public sealed class LabelProbabilities : IReadOnlyDictionary<string, double>
{
    private readonly IReadOnlyList<string> _levels;
    private readonly double[] _probabilities;

    /// <summary>Takes labels and probabilities, which must not change afterwards.</summary>
    /// <param name="levels">The labels.</param>
    /// <param name="probabilities">One a label.</param>
    /// <exception cref="ArgumentException">There are no labels, or not as many as probabilities.</exception>
    public LabelProbabilities(IReadOnlyList<string> levels, double[] probabilities)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (levels.Count == 0 || levels.Count != probabilities.Length)
            throw new ArgumentException($"{probabilities.Length} probabilities were given for {levels.Count} labels; give one each, and one at least.", nameof(probabilities));
        (_levels, _probabilities) = (levels, probabilities);
    }

    /// <summary>The number of labels.</summary>
    public int Count => _levels.Count;

    /// <summary>The labels at fit, in their order.</summary>
    public IEnumerable<string> Keys => _levels;

    /// <summary>The probabilities, in the order of the labels.</summary>
    public IEnumerable<double> Values => _probabilities;

    /// <summary>The most probable label; of equally probable ones the one that comes first.</summary>
    public string MostProbable => _levels[Array.IndexOf(_probabilities, _probabilities.Max())];

    /// <summary>The probability of a label.</summary>
    /// <param name="key">The label.</param>
    /// <exception cref="KeyNotFoundException">It did not occur at fit.</exception>
    public double this[string key] => TryGetValue(key, out double probability)
        ? probability
        : throw new KeyNotFoundException($"There is no label '{key}'. There are: {string.Join(", ", _levels)}.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double value)
    {
        for (int level = 0; level < _levels.Count; level++)
        {
            if (_levels[level] == key)
            {
                value = _probabilities[level];
                return true;
            }
        }

        value = 0;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator()
    {
        for (int level = 0; level < _levels.Count; level++)
            yield return new(_levels[level], _probabilities[level]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The labels with their probabilities.</summary>
    public override string ToString() => string.Join(", ", this.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Key} {item.Value:P1}")));
}
