namespace TypedTune.Learning;

/// <summary>What a node would be as a leaf, and what let it be split: all that a tree limited further depends on.</summary>
/// <param name="Value">What it says as a leaf, for <see cref="TreeNode.Value"/>.</param>
/// <param name="Impurity">Its impurity times its weight.</param>
/// <param name="Decrease">By how much its split lowers the impurity, times its weight, over the tree's weight; infinite where it has none.</param>
/// <param name="Rows">How many distinct rows it has.</param>
internal readonly record struct NodeTrait(double Value, double Impurity, double Decrease, int Rows);
