namespace TypedTune.Learning;

/// <summary>The hyperparameters that single trees and forests have in common, for regression and classification.</summary>
/// <remarks>
/// <para>Defaults and meanings are scikit-learn's. It differs in four ways. Columns of many distinct values are cut into bins, and
/// only cuts between them are tried (<see cref="Bins"/>); a threshold lies midway between the largest value of the bin on its left
/// and the smallest of the one on its right. All values of a feature are told apart, where scikit-learn takes those within 10⁻⁷ of
/// each other for equal (<see cref="ValueTolerance"/>). Gains are compared in single precision. A row drawn twice is one row wherever
/// rows are counted.</para>
/// <para>A missing value, not-a-number, goes to the side that lowers the impurity more, learned at each split; where the node had
/// none, to the side of more rows. A column of categories (see <see cref="OrdinalEncoder"/>) is parted into two sets of them: into the best two
/// in a regression by squared errors or Poisson's deviance and with two classes; by absolute errors in the order of their means, and with more
/// classes in the order along the first principal component of their shares, the best cut of that order. Where <see cref="MinRowsInLeaf"/>,
/// <see cref="MinLeafWeightFraction"/> or <see cref="MonotoneConstraints"/> do not allow the best two sets, others that they allow are looked for
/// in that order too (by means, or by the share of one of two classes), and need not be the best of all that are allowed. A missing value
/// is one more category; categories that no row of the node had go to the side of more rows.</para>
/// <para>The model depends on the configuration and the data alone: it is the same, bit for bit, on any number of threads.
/// A tree is keyed by the seed and its number, so the first n trees of a larger forest are the forest of n trees; a node's
/// features are keyed by the node's path from the root, so a tree that is limited in depth, in rows to split, in the decrease of
/// impurity, in leaves or by pruning is a part of the full tree.</para>
/// </remarks>
public abstract partial record TreeConfiguration
{
    private protected TreeConfiguration()
    {
    }

    /// <summary>
    /// The number of features that a split chooses from. Default: all of them; in a classification forest the square root of their number.
    /// Those that are constant in the node count, but drawing goes on until one varies; as in scikit-learn.
    /// </summary>
    [Hyperparameter(SearchMin = 0.1, SearchMax = 1)]
    public MaxFeatures MaxFeatures { get; init; } = MaxFeatures.All;

    /// <summary>The most splits on a path from the root, at least 1; <see langword="null"/>, the default, is unlimited.</summary>
    [Hyperparameter(Min = 1)]
    public int? MaxDepth { get; init; }

    /// <summary>
    /// The most leaves of a tree, at least 2; <see langword="null"/>, the default, is unlimited. Where it is reached, those nodes
    /// were split whose splits lower the impurity most, weighted: the best first.
    /// </summary>
    [Hyperparameter(Min = 2)]
    public int? MaxLeaves { get; init; }

    /// <summary>The least distinct rows of a node that may be split. Default: 2; 1 means the same. A share of N is rounded up.</summary>
    [Hyperparameter]
    public RowCount MinRowsToSplit { get; init; } = 2;

    /// <summary>The least distinct rows on each side of a split. Default: 1. A share of N is rounded up.</summary>
    [Hyperparameter(SearchMin = 1, SearchMax = 20, Scale = Scale.Log)]
    public RowCount MinRowsInLeaf { get; init; } = 1;

    /// <summary>The least weight on each side of a split, as a share of the tree's whole weight: from 0, the default, to 0.5.</summary>
    [Hyperparameter(Min = 0, Max = 0.5, InAll = false)]
    public double MinLeafWeightFraction { get; init; }

    /// <summary>
    /// The least by which a split must lower the impurity, weighted: N_node ∕ N · (impurity − the mean of the sides'), by weights.
    /// At least 0, the default, in units of the impurity.
    /// </summary>
    [Hyperparameter(Min = 0)]
    public double MinImpurityDecrease { get; init; }

    /// <summary>
    /// The cost of a leaf in cost-complexity pruning: subtrees are cut away that lower the impurity, weighted, by no more
    /// than this for each leaf they add. At least 0, the default, which prunes nothing; in units of the impurity. scikit-learn's
    /// <c>ccp_alpha</c> (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984, chapter 3).
    /// </summary>
    [Hyperparameter(Min = 0)]
    public double PruningStrength { get; init; }

    /// <summary>The features along which predictions may only rise, or only fall. Default: <see cref="MonotoneConstraints.None"/>.</summary>
    [Hyperparameter]
    public MonotoneConstraints MonotoneConstraints { get; init; } = MonotoneConstraints.None;

    /// <summary>The way a feature's threshold is chosen. Default: <see cref="SplitRule.Best"/>; <see cref="SplitRule.Random"/> makes extremely randomized trees.</summary>
    [Hyperparameter(InAll = false)]
    public SplitRule SplitRule { get; init; }

    /// <summary>The values between which splits are looked for. Default: <see cref="SplitBins.Automatic"/>.</summary>
    [Hyperparameter(InAll = false)]
    public SplitBins Bins { get; init; }

    /// <summary>
    /// The largest difference within which values of a feature count as equal, so that no split separates them: those at most this far above the smallest of
    /// them, in the feature's units. At least 0, the default, which tells all apart. For features whose last digits are noise, such as
    /// sums taken in another order: a little more than the noise. 1e-7 comes near scikit-learn, which always takes neighbours in a node
    /// that are within 10⁻⁷ for equal, after rounding all values to single precision.
    /// </summary>
    [Hyperparameter(Min = 0)]
    public double ValueTolerance { get; init; }

    /// <summary>The seed of all random draws. Default: 0. Any integer is as good as another.</summary>
    public int Seed { get; init; }

    /// <summary>The estimator's name, for messages and saved models.</summary>
    // Asked of the object and not of its type, as the generator adds the interface to a part that is not written here.
    internal string EstimatorName => ((object)this as ITunable)?.Name ?? "Estimator";

    /// <summary>Whether a fitted model keeps the targets in its leaves.</summary>
    internal virtual bool KeepsLeafTargets => false;

    /// <summary>The limits at which its trees stop growing.</summary>
    /// <param name="rows">N.</param>
    internal TreeStop Stop(int rows) => new(MaxDepth ?? int.MaxValue, MinRowsToSplit.AtLeast(rows), MinImpurityDecrease, MaxLeaves ?? int.MaxValue, PruningStrength);
}
