namespace TypedTune.Learning;

/// <summary>Shapley values of one tree: <see cref="ContributionMethod.Shapley"/>.</summary>
/// <remarks>
/// <para>If each feature is known with probability t, a leaf counts in a row's expectation as the product of a factor for each
/// feature on its path: z (1 − t) + o t, where z is the share of training rows that the feature's splits let through, and o is 1
/// if they let the row through and else 0. A feature's Shapley value is the integral over t of the derivative with respect to
/// the feature's own probability (Owen, "Multilinear extensions of games", 1972): a polynomial, of which Gauss's rule with
/// half as many points as there are features on a path gives the exact integral.</para>
/// <para>So it takes one pass down the tree, for the products, and one up, for the sums over the leaves below each edge, at each
/// point: as fast as Linear TreeSHAP (Yu et al. 2022), where TreeSHAP's time grows with the square of the depth. Nothing cancels, as all factors are above 0.</para>
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
        int count = _points.Count;
        var passes = new bool[_shares.Length];
        var factors = new double[_shares.Length * count];
        var products = new double[factors.Length];
        var below = new double[factors.Length * sums.Outputs];
        for (int row = 0; row < rows.Length / sums.Columns; row++)
        {
            Descend(rows.Slice(row * sums.Columns, sums.Columns), passes, factors, products);
            below.AsSpan().Clear();
            Ascend(passes, factors, products, below, sums, start + row);
        }
    }

    // The last edge above a node that was split on the same column, named by its lower end; the root, which has none above, where there is none.
    private int Earlier(int index, int column)
    {
        while (index > 0 && _tree.Nodes[_parents[index]].Column != column)
            index = _parents[index];
        return index;
    }

    private void Descend(ReadOnlySpan<double> row, bool[] passes, double[] factors, double[] products)
    {
        int count = _points.Count;
        passes[0] = true;
        factors.AsSpan(0, count).Fill(1);
        products.AsSpan(0, count).Fill(1);
        for (int index = 0; index < _parents.Length; index++)
        {
            var node = _tree.Nodes[index];
            if (node.IsLeaf)
                continue;
            int next = _tree.Next(node, row);
            for (int child = node.Left; child <= node.Left + 1; child++)
            {
                int earlier = _earlier[child];
                passes[child] = passes[earlier] && child == next;
                for (int k = 0; k < count; k++)
                {
                    double factor = _shares[child] * (1 - _points.Points[k]) + (passes[child] ? _points.Points[k] : 0);
                    factors[child * count + k] = factor;
                    products[child * count + k] = products[index * count + k] * factor / factors[earlier * count + k];
                }
            }
        }
    }

    private void Ascend(bool[] passes, double[] factors, double[] products, double[] below, ContributionSums sums, int row)
    {
        int count = _points.Count, width = sums.Outputs;
        for (int child = _parents.Length - 1; child > 0; child--)
        {
            int parent = _parents[child], earlier = _earlier[child];
            double gain = (passes[child] ? 1 : 0) - _shares[child];
            double earlierGain = (passes[earlier] ? 1 : 0) - _shares[earlier];
            for (int output = 0; output < width; output++)
            {
                double contribution = 0;
                for (int k = 0; k < count; k++)
                {
                    // What is below an edge on a feature's column is the matter of this edge and not of an earlier one.
                    double sum = _tree.Nodes[child].IsLeaf ? products[child * count + k] * _values[child * width + output] : below[(child * width + output) * count + k];
                    below[(parent * width + output) * count + k] += sum;
                    contribution += _points.Weights[k] * sum * (gain / factors[child * count + k] - earlierGain / factors[earlier * count + k]);
                }

                sums.Add(output, row, _tree.Nodes[parent].Column, contribution);
            }
        }
    }
}
