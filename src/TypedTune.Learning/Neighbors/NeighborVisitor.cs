namespace TypedTune.Learning;

/// <summary>Takes one query's neighbours by one rule, nearest first; their weights are not normalised.</summary>
internal delegate void NeighborVisitor(int query, int rule, ReadOnlySpan<int> rows, ReadOnlySpan<double> weights);
