namespace TypedTune.Learning;

/// <summary>
/// How a leaf of a classification says its classes in one number: the class itself where all rows are of one, as in nearly
/// every leaf of a full tree; else −1 less the place of its shares among the tree's.
/// </summary>
internal static class LeafDistribution
{
    /// <summary>The number of a leaf whose shares are the <paramref name="index"/>-th.</summary>
    public static double Place(int index) => -1 - index;

    /// <summary>The shares of a leaf that holds several classes.</summary>
    /// <param name="leaf">The leaf's number, negative.</param>
    /// <param name="distributions">The tree's shares.</param>
    /// <param name="classes">How many classes there are.</param>
    public static ReadOnlySpan<double> Shares(double leaf, ReadOnlySpan<double> distributions, int classes) =>
        distributions.Slice((int)(-1 - leaf) * classes, classes);

    /// <summary>Adds the shares of a leaf to sums.</summary>
    /// <param name="leaf">The leaf's number.</param>
    /// <param name="distributions">The tree's shares.</param>
    /// <param name="sums">A number a class, added to.</param>
    public static void AddTo(double leaf, ReadOnlySpan<double> distributions, Span<double> sums)
    {
        if (leaf >= 0)
        {
            sums[(int)leaf]++;
            return;
        }

        var shares = Shares(leaf, distributions, sums.Length);
        for (int label = 0; label < sums.Length; label++)
            sums[label] += shares[label];
    }
}
