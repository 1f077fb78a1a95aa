namespace TypedTune.Learning;

/// <summary>The centers of clusters and how fast the similarity to them falls. Immutable and thread safe.</summary>
public sealed class FittedClusterSimilarity : IFittedStep<FeatureMatrix, FeatureMatrix>, IFittedRowStep<double, double>, IPersistentModel<FittedClusterSimilarity>
{
    private readonly FittedKMeans _clusters;
    private readonly double _gamma;

    internal FittedClusterSimilarity(FittedKMeans clusters, double gamma)
    {
        _clusters = clusters;
        _gamma = gamma;
        FeatureNames = new FeatureNames(Enumerable.Range(0, clusters.Centers.RowCount).Select(k => $"Cluster {k} similarity"));
    }

    /// <summary>K × P, the columns as at fit.</summary>
    public FeatureMatrix Centers => _clusters.Centers;

    /// <summary>The names of the similarities, as <c>Cluster 0 similarity</c>.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>Gives each row's similarity to the centers.</summary>
    /// <param name="input">M × P, the columns as at fit.</param>
    /// <returns>M × K similarities from 0 to 1, both included.</returns>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public FeatureMatrix Transform(FeatureMatrix input)
    {
        _clusters.RequireRows(input, nameof(ClusterSimilarity));
        var values = _clusters.SquaredDistancesToCenters(input);
        Exponentials.Decay(values, _gamma);
        return FeatureMatrix.Own(values, input.RowCount, FeatureNames);
    }

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<double> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireFinite(row, names, Centers.Names, nameof(ClusterSimilarity));
        _clusters.SquaredDistancesToCenters(row, 1, output);
        Exponentials.Decay(output, _gamma);
    }

    static string IPersistentModel<FittedClusterSimilarity>.ModelName => nameof(ClusterSimilarity);

    void IPersistentModel<FittedClusterSimilarity>.Write(ModelWriter writer)
    {
        writer.Part("Clusters", _clusters);
        writer.Number("Gamma", _gamma);
    }

    static FittedClusterSimilarity IPersistentModel<FittedClusterSimilarity>.Read(ModelReader reader)
    {
        var clusters = reader.Part<FittedKMeans>("Clusters");
        double gamma = reader.Number("Gamma");
        reader.Require(gamma > 0 && double.IsFinite(gamma), "gamma is not above 0");
        return new FittedClusterSimilarity(clusters, gamma);
    }
}
