namespace TypedTune.Learning;

/// <summary>How a prediction is taken apart into what its features contribute. Both add up to the prediction.</summary>
public enum ContributionMethod
{
    /// <summary>
    /// On a row's path through a tree each split leads to a node of another value, and the difference is its feature's (Saabas,
    /// "Interpreting random forests", 2014; the Python package treeinterpreter). The default: about as fast as predicting. Favours
    /// features that are split on low in the tree.
    /// </summary>
    Path = 0,

    /// <summary>
    /// Shapley values: the mean of what knowing a feature changes, over all orders in which features may become known; where one
    /// is not known, a split goes both ways by the weight of the training rows (TreeSHAP, path dependent: Lundberg et al., "From
    /// local explanations to global understanding with explainable AI for trees", Nature Machine Intelligence 2, 2020). Credits
    /// features alike that do alike, at the cost of looking at every node of every tree for each row.
    /// </summary>
    Shapley = 1,
}
