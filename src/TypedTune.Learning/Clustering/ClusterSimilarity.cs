namespace TypedTune.Learning;

/// <summary>
/// Finds clusters of rows with <see cref="KMeans"/> and gives each row's similarity to their centers: exp(−γ d²), where d is the
/// Euclidean distance; 1 at the center, falling towards 0 away from it.
/// </summary>
/// <remarks>Its usual place is on coordinates, where it turns a map into features. The clusters do not depend on <see cref="Gamma"/>.</remarks>
[MissingValues(MissingValueTreatment.Refuse)]
public sealed partial record ClusterSimilarity : ITransformer<FittedClusterSimilarity>, IFitEstimate
{
    /// <summary>How many clusters, at least 1 and at most the number of distinct rows. Default: 10.</summary>
    [Hyperparameter(Min = 1, SearchMin = 2, SearchMax = 50, Scale = Scale.Log)]
    public int Clusters { get; init; } = 10;

    /// <summary>How fast the similarity falls with the squared distance, above 0; in one over the square of the columns' unit. Default: 1.</summary>
    [Hyperparameter(Min = 0, MinExclusive = true, Scale = Scale.Log)]
    public double Gamma { get; init; } = 1;

    /// <summary>The seed of the random numbers by which the first centers are drawn. Default: 0.</summary>
    public int Seed { get; init; }

    private KMeans Grouping => new() { Clusters = Clusters, Seed = Seed };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer distinct rows than clusters, no columns, or a value is missing, infinite, or too large to square.</exception>
    public FittedClusterSimilarity Fit(FeatureMatrix input, FitContext? context = null)
    {
        DeclaredBounds.Check(this);
        return new FittedClusterSimilarity(Grouping.Fit(input, context, nameof(ClusterSimilarity)), Gamma);
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => ((IFitEstimate)Grouping).EstimateFit(input);
}
