using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Shapley values of one tree: <see cref="ContributionMethod.Shapley"/>.</summary>
/// <remarks>
/// <para>If each feature is known with probability t, a leaf counts in a row's expectation as the product of a factor for each
/// feature on its path: z (1 − t) + o t, where z is the share of training rows that the feature's splits let through, and o is 1
/// if they let the row through and else 0. A feature's Shapley value is the integral over t of the derivative with respect to
/// the feature's own probability (Owen, "Multilinear extensions of games", 1972): a polynomial, of which Gauss's rule with
/// half as many points as there are features on a path gives the exact integral.</para>
/// <para>So it takes one pass down the tree, for the products, and one up, for the sums over the leaves below each edge, at each
/// point: as fast as Linear TreeSHAP (Yu et al. 2022), where TreeSHAP's time grows with the square of the depth. No division is
/// by 0, as all factors are above it. Four points are calculated with at a time.</para>
/// </remarks>
internal sealed class ShapleyAttribution : ITreeAttribution
{
    private readonly GrownTree _tree;
    private readonly double[] _values;
    private readonly Quadrature _points;
    private readonly int[] _parents;
    private readonly int[] _earlier;
    private readonly double[] _shares;

    /// <summary>Prepares a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="values">Its nodes' values, node after node.</param>
    /// <param name="points">Exact for as many features as a path may have.</param>
    public ShapleyAttribution(GrownTree tree, double[] values, Quadrature points)
    {
        _tree = tree;
        _values = values;
        _points = points;
        _parents = new int[tree.Nodes.Length];
        _earlier = new int[tree.Nodes.Length];
        _shares = new double[tree.Nodes.Length];
        _shares[0] = 1;
        for (int index = 0; index < tree.Nodes.Length; index++)
        {
            var node = tree.Nodes[index];
            if (node.IsLeaf)
                continue;
            int earlier = Earlier(index, node.Column);
            double weight = (double)tree.NodeWeights[node.Left] + tree.NodeWeights[node.Left + 1];
            for (int child = node.Left; child <= node.Left + 1; child++)
            {
                _parents[child] = index;
                _earlier[child] = earlier;
                _shares[child] = _shares[earlier] * tree.NodeWeights[child] / weight;
            }
        }
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<double> rows, ContributionSums sums, int start)
    {
        int vectors = _points.Points.Length;
        var passes = new bool[_shares.Length];
        var inverses = new Vector256<double>[_shares.Length * vectors];
        var products = new Vector256<double>[inverses.Length];
        var below = new Vector256<double>[inverses.Length * sums.Outputs];
        var contributions = new double[sums.Columns * sums.Outputs];
        for (int row = 0; row < rows.Length / sums.Columns; row++)
        {
            Descend(rows.Slice(row * sums.Columns, sums.Columns), passes, inverses, products);
            below.AsSpan().Clear();
            contributions.AsSpan().Clear();
            Ascend(passes, inverses, products, below, contributions, sums.Outputs);
            for (int i = 0; i < contributions.Length; i++)
                sums.Add(i % sums.Outputs, start + row, i / sums.Outputs, contributions[i]);
        }
    }

    // The last edge above a node that was split on the same column, named by its lower end; the root, which has none above, where there is none.
    private int Earlier(int index, int column)
    {
        while (index > 0 && _tree.Nodes[_parents[index]].Column != column)
            index = _parents[index];
        return index;
    }

    // Sets whether each edge's feature lets the row through, the inverse of its factor, and the product of the factors down to it.
    private void Descend(ReadOnlySpan<double> row, bool[] passes, Vector256<double>[] inverses, Vector256<double>[] products)
    {
        var points = _points.Points;
        passes[0] = true;
        inverses.AsSpan(0, points.Length).Fill(Vector256<double>.One);
        products.AsSpan(0, points.Length).Fill(Vector256<double>.One);
        for (int index = 0; index < _parents.Length; index++)
        {
            var node = _tree.Nodes[index];
            if (node.IsLeaf)
                continue;
            int next = _tree.Next(node, row);
            int earlier = _earlier[node.Left];
            for (int child = node.Left; child <= node.Left + 1; child++)
            {
                passes[child] = passes[earlier] && child == next;
                var (constant, slope) = (Vector256.Create(_shares[child]), Vector256.Create((passes[child] ? 1 : 0) - _shares[child]));
                for (int k = 0; k < points.Length; k++)
                {
                    var factor = constant + slope * points[k];
                    inverses[child * points.Length + k] = Vector256<double>.One / factor;
                    products[child * points.Length + k] = products[index * points.Length + k] * inverses[earlier * points.Length + k] * factor;
                }
            }
        }
    }

    // Sums the leaves below each edge, and credits the edge's feature with what it makes of them.
    private void Ascend(bool[] passes, Vector256<double>[] inverses, Vector256<double>[] products, Vector256<double>[] below, double[] contributions, int width)
    {
        var weights = _points.Weights;
        int vectors = weights.Length;
        for (int child = _parents.Length - 1; child > 0; child--)
        {
            int parent = _parents[child], earlier = _earlier[child];
            bool isLeaf = _tree.Nodes[child].IsLeaf;
            int column = _tree.Nodes[parent].Column;
            var gain = Vector256.Create((passes[child] ? 1 : 0) - _shares[child]);
            var earlierGain = Vector256.Create((passes[earlier] ? 1 : 0) - _shares[earlier]);
            for (int k = 0; k < vectors; k++)
            {
                // What is below an edge on a feature's column is the matter of this edge and not of an earlier one.
                var factor = weights[k] * (gain * inverses[child * vectors + k] - earlierGain * inverses[earlier * vectors + k]);
                for (int output = 0; output < width; output++)
                {
                    var sum = isLeaf ? products[child * vectors + k] * _values[child * width + output] : below[(child * width + output) * vectors + k];
                    below[(parent * width + output) * vectors + k] += sum;
                    var terms = sum * factor;
                    contributions[column * width + output] += (terms[0] + terms[1]) + (terms[2] + terms[3]);
                }
            }
        }
    }
}
