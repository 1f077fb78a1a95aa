namespace TypedTune.Learning;

/// <summary>
/// A node's rows on the two sides of a cut that moves over them: all on the right at first, then group after group on the left.
/// Knows how much less impure the sides are than the node. Holds the buffers of one thread; works in double precision.
/// </summary>
internal abstract class CutSides
{
    /// <summary>The weight of each of the node's rows.</summary>
    protected double[] Weights { get; private set; } = [];

    /// <summary>The node's weight.</summary>
    protected double Weight { get; private set; }

    /// <summary>The weight on the left.</summary>
    public double LeftWeight { get; private set; }

    /// <summary>The weight on the right.</summary>
    public double RightWeight => Weight - LeftWeight;

    /// <summary>By how much the sides lower the node's impurity, times the weight; negative infinity where such a cut is illegal.</summary>
    public abstract double Decrease { get; }

    /// <summary>The prediction of a leaf on either side: a number, or the probability of the second of two classes.</summary>
    public abstract (double Left, double Right) Values { get; }

    /// <summary>Reads a node; all its rows are on the right.</summary>
    /// <param name="records">Its records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are, at least 1.</param>
    public NodeImpurity Read(ReadOnlySpan<byte> records, in RecordLayout layout, int count)
    {
        if (Weights.Length < count)
            Weights = new double[count];
        Weight = 0;
        for (int row = 0; row < count; row++)
        {
            ref byte record = ref System.Runtime.InteropServices.MemoryMarshal.GetReference(records[(row * layout.Stride)..]);
            Weights[row] = layout.Weight(ref record);
            Weight += Weights[row];
        }

        double impurity = ReadTargets(records, layout, count);
        Clear();
        return new NodeImpurity(Weight, impurity);
    }

    /// <summary>Moves all rows to the right.</summary>
    /// <param name="barrenWeight">The weight of the rows that stay on the left; these are of barren groups. Default: 0.</param>
    public void Clear(double barrenWeight = 0)
    {
        LeftWeight = barrenWeight;
        ClearLeft();
    }

    /// <summary>Moves rows to the left.</summary>
    /// <param name="rows">Their numbers in the node.</param>
    public void MoveLeft(ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
            LeftWeight += Weights[row];
        AddLeft(rows);
    }

    /// <summary>Finds by what groups of rows, the categories of a feature, are put in order before a cut moves over them.</summary>
    /// <param name="rows">The rows, group after group.</param>
    /// <param name="starts">Where each group starts, and at last where they end.</param>
    /// <param name="keys">One a group, set to what orders it.</param>
    public abstract void Order(ReadOnlySpan<int> rows, ReadOnlySpan<int> starts, Span<double> keys);

    /// <summary>Whether a group is barren: it adds to a side nothing but weight, and no side may be of such groups alone. They come first in order.</summary>
    /// <param name="key">What orders it.</param>
    public virtual bool IsBarren(double key) => false;

    /// <summary>The prediction of the node as a leaf, for <see cref="TreeNode.Value"/>.</summary>
    /// <param name="bounds">Between what: numbers, or probabilities of the second class.</param>
    public abstract double Leaf(ValueBounds bounds);

    /// <summary>See <see cref="NodeCriterion.LeafOf"/>.</summary>
    public abstract double LeafOf(in RecordLayout layout, ref byte record);

    /// <summary>See <see cref="NodeCriterion.TakeDistributions"/>.</summary>
    public virtual double[] TakeDistributions() => [];

    /// <summary>Reads the targets of a node whose <see cref="Weights"/> are known.</summary>
    /// <returns>The impurity times the weight; exactly 0 where all rows agree.</returns>
    protected abstract double ReadTargets(ReadOnlySpan<byte> records, in RecordLayout layout, int count);

    /// <summary>Empties the left side.</summary>
    protected abstract void ClearLeft();

    /// <summary>Adds rows to the left side.</summary>
    protected abstract void AddLeft(ReadOnlySpan<int> rows);
}
