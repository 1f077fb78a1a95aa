namespace TypedTune.Learning;

/// <summary>Takes one query's neighbours, nearest first; their weights are not normalised.</summary>
internal delegate void NeighborVisitor(int query, ReadOnlySpan<int> rows, ReadOnlySpan<double> weights);
