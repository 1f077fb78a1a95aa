namespace TypedTune.Learning;

/// <summary>The trees of a fitted model, with what it takes to read them.</summary>
/// <param name="Trees">The trees, in order; one at least.</param>
/// <param name="FeatureNames">The columns at fit.</param>
/// <param name="Classes">How many classes there are; 0 in a regression.</param>
internal sealed record TreeEnsemble(IReadOnlyList<GrownTree> Trees, FeatureNames FeatureNames, int Classes);
