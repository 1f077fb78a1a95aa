using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>Sends rows down a tree.</summary>
internal static class TreePrediction
{
    /// <summary>Adds a tree's predictions to sums.</summary>
    /// <param name="nodes">The tree.</param>
    /// <param name="rows">Rows of <paramref name="columns"/> values, one after the other.</param>
    /// <param name="columns">P.</param>
    /// <param name="sums">One a row, added to.</param>
    public static void AddScalar(ReadOnlySpan<TreeNode> nodes, ReadOnlySpan<double> rows, int columns, Span<double> sums)
    {
        for (int row = 0; row < sums.Length; row++)
        {
            var values = rows.Slice(row * columns, columns);
            var node = nodes[0];
            while (!node.IsLeaf)
                node = nodes[node.Left + (values[node.Feature] > node.Value ? 1 : 0)];
            sums[row] += node.Value;
        }
    }
}
