namespace TypedTune.Learning;

/// <summary>Credits each step of a row's path to the feature that was split on: <see cref="ContributionMethod.Path"/>.</summary>
/// <param name="tree">The tree.</param>
/// <param name="values">Its nodes' values, node after node.</param>
internal sealed class PathAttribution(GrownTree tree, double[] values) : ITreeAttribution
{
    /// <inheritdoc/>
    public void Add(ReadOnlySpan<double> rows, ContributionSums sums, int start)
    {
        int width = sums.Outputs;
        for (int i = 0; i < rows.Length / sums.Columns; i++)
        {
            var row = rows.Slice(i * sums.Columns, sums.Columns);
            int index = 0;
            for (var node = tree.Nodes[0]; !node.IsLeaf; node = tree.Nodes[index])
            {
                int child = tree.Next(node, row);
                for (int output = 0; output < width; output++)
                    sums.Add(output, start + i, node.Column, values[child * width + output] - values[index * width + output]);
                index = child;
            }
        }
    }
}
