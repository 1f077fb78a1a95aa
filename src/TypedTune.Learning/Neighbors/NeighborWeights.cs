namespace TypedTune.Learning;

/// <summary>How much each neighbour counts.</summary>
public enum NeighborWeights
{
    /// <summary>All the same.</summary>
    Uniform = 0,

    /// <summary>The inverse of its distance. Where neighbours are at distance 0, those alone count, all the same.</summary>
    Distance = 1,
}
