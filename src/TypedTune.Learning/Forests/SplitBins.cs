namespace TypedTune.Learning;

/// <summary>
/// Between which values of a column trees look for splits. A threshold always lies midway between two neighbouring bins
/// that have rows in the node.
/// </summary>
public enum SplitBins
{
    /// <summary><see cref="PerColumn"/> up to 32,768 rows, <see cref="PerNode"/> beyond: fast where it makes no difference, fine where it does. The default.</summary>
    Automatic,

    /// <summary>
    /// A column is cut into at most 256 bins of equal shares of the rows, once. Quickest. In 100,000 rows, fully grown
    /// trees predicted with an error some 2 % above that of exact splits.
    /// </summary>
    PerColumn,

    /// <summary>
    /// A column is cut into at most 65,536 bins once; a node of more than 24 rows (of more than 64 where there are three classes
    /// and more) looks at 256 cuts, evenly spaced over the bins between its smallest and its largest, and a smaller node at
    /// every cut. Where a node has at most 256 bins, its splits are exact.
    /// </summary>
    PerNode,
}
