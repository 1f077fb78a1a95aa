namespace TypedTune.Learning;

/// <summary>The facts of a node from which a tree with stricter limits is cut: its value as a leaf, and those that decide whether it is split.</summary>
/// <param name="Value">The prediction if it were a leaf, for <see cref="TreeNode.Value"/>.</param>
/// <param name="Impurity">Its impurity times its weight.</param>
/// <param name="Decrease">By how much its split lowers the impurity, times its weight, over the tree's weight; infinite where it has none.</param>
/// <param name="Rows">How many distinct rows it has.</param>
internal readonly record struct NodeTrait(double Value, double Impurity, double Decrease, int Rows);
