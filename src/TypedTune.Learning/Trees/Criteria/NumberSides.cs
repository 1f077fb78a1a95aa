using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>The sides of a cut in a regression.</summary>
internal abstract class NumberSides : CutSides
{
    /// <summary>The target of each of the node's rows.</summary>
    protected double[] Numbers { get; private set; } = [];

    /// <summary>The weighted mean of the targets.</summary>
    protected double Mean { get; private set; }

    /// <inheritdoc/>
    public override void Order(ReadOnlySpan<int> rows, ReadOnlySpan<int> starts, Span<double> keys)
    {
        // Ordered by their means the best cut is among those between neighbours (Fisher 1958; Breiman and others 1984), for squared
        // errors and, but for barren groups, for Poisson's deviance; for absolute errors it is the order of a good guess.
        for (int group = 0; group < keys.Length; group++)
        {
            double sum = 0, weight = 0;
            foreach (int row in rows[starts[group]..starts[group + 1]])
            {
                sum += Weights[row] * Numbers[row];
                weight += Weights[row];
            }

            keys[group] = sum / weight;
        }
    }

    /// <inheritdoc/>
    public override double Leaf(ValueBounds bounds) => Math.Clamp(Center(), bounds.Low, bounds.High);

    /// <inheritdoc/>
    public override double LeafOf(in RecordLayout layout, ref byte record) => layout.Target(ref record);

    /// <summary>The prediction of the node as a leaf without bounds.</summary>
    protected virtual double Center() => Mean;

    /// <summary>The impurity of a node whose targets and <see cref="Mean"/> are known and not all equal, times the weight.</summary>
    protected abstract double Impurity(int count);

    /// <summary>Takes in the targets of a node, before anything is asked of it.</summary>
    protected virtual void Prepare(int count)
    {
    }

    /// <inheritdoc/>
    protected override double ReadTargets(ReadOnlySpan<byte> records, in RecordLayout layout, int count)
    {
        if (Numbers.Length < count)
            Numbers = new double[count];
        double sum = 0;
        bool differ = false;
        for (int row = 0; row < count; row++)
        {
            Numbers[row] = layout.Target(ref MemoryMarshal.GetReference(records[(row * layout.Stride)..]));

            // Relative to the first: exact for equal targets, and harmless to targets far from 0.
            double difference = Numbers[row] - Numbers[0];
            sum += Weights[row] * difference;
            differ |= difference != 0;
        }

        Mean = differ ? Numbers[0] + sum / Weight : Numbers[0];
        Prepare(count);
        return differ ? Impurity(count) : 0;
    }
}
