namespace TypedTune.Learning;

/// <summary>
/// Mean decrease in impurity (Breiman, Friedman, Olshen and Stone 1984; normalised a tree, averaged and normalised again,
/// as scikit-learn does).
/// </summary>
internal static class ImpurityImportances
{
    /// <summary>The importances of an ensemble.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="names">The features' names.</param>
    /// <returns>Shares that add up to 1; all 0 if no tree has a split.</returns>
    public static FeatureImportances Of(IReadOnlyList<GrownTree> trees, FeatureNames names)
    {
        var shares = new double[names.Count];
        foreach (var tree in trees)
        {
            double total = Sum(tree.ImpurityDecreases);
            if (total <= 0)
                continue;
            for (int c = 0; c < shares.Length; c++)
                shares[c] += Math.Max(0, tree.ImpurityDecreases[c]) / total;
        }

        double all = Sum(shares);
        for (int c = 0; c < shares.Length && all > 0; c++)
            shares[c] /= all;
        return new FeatureImportances(names, shares);
    }

    // A feature whose splits gained nothing may end a rounding error below 0.
    private static double Sum(double[] decreases)
    {
        double sum = 0;
        foreach (double decrease in decreases)
            sum += Math.Max(0, decrease);
        return sum;
    }
}
