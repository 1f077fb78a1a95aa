namespace TypedTune.Learning;

/// <summary>The targets in the leaves of a quantile forest as values of a saved model.</summary>
internal static class LeafTargetValues
{
    /// <summary>Writes targets.</summary>
    public static void Write(ModelWriter writer, LeafTargets leaves)
    {
        writer.Numbers("Targets", leaves.Sorted);
        writer.Integers("LeafCounts", [.. leaves.Trees.SelectMany(tree => tree.Starts.Zip(tree.Starts.Skip(1), (start, end) => end - start))]);
        writer.Integers("LeafTargets", [.. leaves.Trees.SelectMany(tree => tree.Ranks)]);
        writer.Numbers("LeafWeights", [.. leaves.Trees.SelectMany(tree => tree.Weights).Select(weight => (double)weight)]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, and checks it.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="trees">The trees of the model.</param>
    /// <exception cref="ModelFileException">The targets are damaged.</exception>
    public static LeafTargets Read(ModelReader reader, GrownTree[] trees)
    {
        double[] sorted = reader.Numbers("Targets");
        int[] counts = reader.Integers("LeafCounts");
        int[] ranks = reader.Integers("LeafTargets");
        float[] weights = Array.ConvertAll(reader.Numbers("LeafWeights"), weight => (float)weight);
        reader.Require(counts.Length == trees.Sum(tree => (long)tree.Nodes.Length) && weights.Length == ranks.Length, "the targets in the leaves are not as many as they should be");
        int node = 0, target = 0;
        var ofTrees = Array.ConvertAll(trees, tree =>
        {
            var starts = new int[tree.Nodes.Length + 1];
            for (int i = 0; i < tree.Nodes.Length; i++)
            {
                int count = counts[node++];
                reader.Require(count >= 0 && count <= ranks.Length - target - starts[i], "a leaf has more targets than there are");
                starts[i + 1] = starts[i] + count;
            }

            int first = target;
            target += starts[^1];
            return new LeafTargets.OfTree(starts, ranks[first..target], weights[first..target]);
        });
        reader.Require(target == ranks.Length, "targets belong to no leaf");
        return TreeChecks.Checked(reader, new LeafTargets(sorted, ofTrees), trees);
    }
}
