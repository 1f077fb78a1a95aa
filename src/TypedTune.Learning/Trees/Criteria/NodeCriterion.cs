namespace TypedTune.Learning;

/// <summary>
/// What a tree is grown for: what makes a node impure, which cut makes it least so, and what a leaf says. Reads one node
/// at a time and answers about the one read last. Holds the buffers of one thread.
/// </summary>
internal abstract class NodeCriterion
{
    /// <summary>Whether any cut of two rows is as good as any other, so that it need not be looked for.</summary>
    public virtual bool PartsPairs => true;

    /// <summary>Whether <see cref="Read"/> finds what varies in the node as well, so that it need not be looked for.</summary>
    public virtual bool FindsVarying => false;

    /// <summary>Between which values the node that is read next must stay.</summary>
    public ValueBounds Bounds { get; set; } = ValueBounds.None;

    /// <summary>Midway between what both sides of the last cut found would say, where directions are given.</summary>
    public virtual double Middle
    {
        get => throw new NotSupportedException();
        protected set => throw new NotSupportedException();
    }

    /// <summary>Which codes go left in the last cut found, if its column has missing values or categories.</summary>
    public virtual LeftCodes Left => throw new NotSupportedException();

    /// <summary>The shares of classes in the leaves since the last <see cref="TakeDistributions"/>; empty in a regression.</summary>
    public virtual double[] TakeDistributions() => [];

    /// <summary>Begins a tree.</summary>
    /// <param name="weight">Its whole weight.</param>
    public virtual void Start(double weight)
    {
    }

    /// <summary>Reads a node, about which the next answers are.</summary>
    /// <param name="records">Its records, followed by at least <see cref="RecordLayout.Slack"/> bytes.</param>
    /// <param name="count">How many there are, at least 1.</param>
    /// <param name="ranges">Set to what varies in the node, if <see cref="FindsVarying"/>.</param>
    public abstract NodeImpurity Read(ReadOnlySpan<byte> records, int count, NodeRanges ranges);

    /// <summary>Finds the best cut; of equally good ones that of the feature drawn first, and of these the first bin.</summary>
    /// <param name="records">The records that were read.</param>
    /// <param name="count">How many there are, at least 2.</param>
    /// <param name="ranges">Between which codes they are.</param>
    /// <param name="features">The features drawn.</param>
    /// <returns>The cut; its score is negative if none is legal.</returns>
    public abstract FeatureCut Find(ReadOnlySpan<byte> records, int count, NodeRanges ranges, ReadOnlySpan<int> features);

    /// <summary>Finds the best of given cuts; of equally good ones that of the feature drawn first.</summary>
    /// <param name="records">The records that were read.</param>
    /// <param name="count">How many there are, at least 2.</param>
    /// <param name="features">The features drawn.</param>
    /// <param name="cuts">A cut for each.</param>
    /// <returns>The cut; its score is negative if none is legal.</returns>
    public abstract FeatureCut FindAmong(ReadOnlySpan<byte> records, int count, ReadOnlySpan<int> features, RandomCuts cuts);

    /// <summary>By how much a cut of the node lowers its impurity, times the weight.</summary>
    /// <param name="cut">What <see cref="Find"/> found.</param>
    public abstract double Decrease(FeatureCut cut);

    /// <summary>The prediction of the node as a leaf, for <see cref="TreeNode.Value"/>.</summary>
    public abstract double Leaf();

    /// <summary>The prediction of a leaf of this one record, without reading the node first.</summary>
    public abstract double LeafOf(ref byte record);
}
