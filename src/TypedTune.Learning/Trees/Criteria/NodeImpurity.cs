namespace TypedTune.Learning;

/// <summary>The weight and the impurity of a node.</summary>
/// <param name="Weight">The sum of the weights.</param>
/// <param name="Impurity">The impurity times the weight; exactly 0 where all rows agree, and then there is nothing to split.</param>
internal readonly record struct NodeImpurity(double Weight, double Impurity);
