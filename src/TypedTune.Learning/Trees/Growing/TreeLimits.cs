namespace TypedTune.Learning;

/// <summary>Where a tree stops growing, and how its nodes look for splits.</summary>
/// <param name="Stop">Which nodes are not split.</param>
/// <param name="Rules">What every split obeys.</param>
/// <param name="FeaturesPerSplit">How many features a node draws, from 1 to all of them.</param>
/// <param name="Rule">How a feature is cut.</param>
/// <param name="Binning">How columns are cut into bins.</param>
/// <param name="IsPath">Whether the tree remembers what a tree limited further would be.</param>
internal readonly record struct TreeLimits(TreeStop Stop, CutRules Rules, int FeaturesPerSplit, SplitRule Rule, Binning Binning, bool IsPath)
{
    /// <summary>Whether nodes are described while the tree grows: for submodels, or to be pruned.</summary>
    public bool KeepsTraits => IsPath || Stop.PruningStrength > 0;

    /// <summary>The limits of a configuration.</summary>
    /// <param name="configuration">How trees are grown.</param>
    /// <param name="features">On what.</param>
    /// <param name="isPath">Whether the tree remembers what a tree limited further would be.</param>
    /// <exception cref="ArgumentOutOfRangeException">More features are asked for than there are.</exception>
    /// <exception cref="ArgumentException">A direction is given to a feature that does not exist or holds categories.</exception>
    public static TreeLimits Of(TreeConfiguration configuration, FeatureMatrix features, bool isPath) => new(
        configuration.Stop(features.RowCount),
        new CutRules(configuration.MinRowsInLeaf.AtLeast(features.RowCount), configuration.MinLeafWeightFraction, configuration.MonotoneConstraints.Resolve(features.Names)),
        configuration.MaxFeatures.Resolve(features.ColumnCount),
        configuration.SplitRule,
        new Binning(configuration.SplitRule == SplitRule.Random ? SplitBins.PerNode : configuration.Bins, configuration.ValueTolerance),
        isPath);
}
