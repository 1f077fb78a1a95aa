using System.Globalization;

namespace TypedTune.Learning;

/// <summary>A node of a <see cref="DecisionTree"/>: a <see cref="DecisionSplit"/> or a <see cref="DecisionLeaf"/>. Immutable.</summary>
public abstract class DecisionNode
{
    private readonly string[] _levels;

    private protected DecisionNode(in NodeFacts facts)
    {
        _levels = facts.Levels;
        Index = facts.Index;
        Depth = facts.Depth;
        Weight = facts.Weight;
        Values = facts.Values;
    }

    /// <summary>The node's number in its tree, from 0, the root's. Children have higher numbers than their parents.</summary>
    public int Index { get; }

    /// <summary>How many splits lie above it; 0 at the root.</summary>
    public int Depth { get; }

    /// <summary>The weight of the training rows that reached it: how many, if every row counts 1; a row drawn twice counts twice.</summary>
    public double Weight { get; }

    /// <summary>
    /// What these rows are like: in a regression one number, in a classification the share of each label, in the order of the
    /// levels. In a leaf, the prediction; above, the mean of the leaves below by weight, which is the mean of the rows unless leaves say medians.
    /// </summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The values in words, as <c>206855</c> or <c>INLAND 75 %, ISLAND 25 %</c>.</summary>
    private protected string ValueText => _levels.Length == 0
        ? Text(Values[0])
        : string.Join(", ", Values.Select((share, label) => (share, label)).Where(item => item.share > 0).Select(item => $"{_levels[item.label]} {Text(100 * item.share)} %"));

    /// <summary>The weight in words.</summary>
    private protected string WeightText => $"weight {Text(Weight)}";

    internal static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
