namespace TypedTune.Learning;

/// <summary>The centers of clusters. Immutable and thread safe.</summary>
public sealed class FittedKMeans : IFittedStep<FeatureMatrix, FeatureMatrix>
{
    private readonly double[] _centers;
    private readonly int[] _labels;

    internal FittedKMeans(FeatureNames inputNames, Lloyd run)
    {
        _centers = run.Centers;
        _labels = run.Labels;
        Inertia = run.Inertia;
        Iterations = run.Iterations;
        int clusters = _centers.Length / inputNames.Count;
        var centers = new double[clusters][];
        for (int k = 0; k < clusters; k++)
            centers[k] = _centers.AsSpan(k * inputNames.Count, inputNames.Count).ToArray();
        Centers = FeatureMatrix.FromRows(centers, inputNames);
        FeatureNames = new FeatureNames(Enumerable.Range(0, clusters).Select(k => $"Cluster {k} distance"));
    }

    /// <summary>K × P, the columns as at fit. In the order in which the best run found them, which means nothing.</summary>
    public FeatureMatrix Centers { get; }

    /// <summary>The sum of the squared distances of the training rows from their nearest centers.</summary>
    public double Inertia { get; }

    /// <summary>How often the best run moved its centers.</summary>
    public int Iterations { get; }

    /// <summary>The cluster of each training row, from 0.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The names of the distances, as <c>Cluster 0 distance</c>.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>Finds the cluster of each row; of equally near ones the first.</summary>
    /// <param name="input">M × P, the columns as at fit.</param>
    /// <returns>M clusters, from 0.</returns>
    /// <exception cref="ArgumentException">The columns are others, a value is missing or infinite, or a row is too far from a center to square its distance; the message names it.</exception>
    public int[] Assign(FeatureMatrix input)
    {
        RequireRows(input, nameof(KMeans));
        var labels = new int[input.RowCount];
        var squares = new double[labels.Length];
        NearestCenter.Assign(input.AsColumnMajor(), _centers, labels, squares);
        RequireInRange(squares, input.RowCount);
        return labels;
    }

    /// <summary>Gives the Euclidean distances of each row to the centers.</summary>
    /// <param name="input">M × P, the columns as at fit.</param>
    /// <returns>M × K distances, in the columns' unit.</returns>
    /// <exception cref="ArgumentException">The columns are others, a value is missing or infinite, or a row is too far from a center to square its distance; the message names it.</exception>
    public FeatureMatrix Transform(FeatureMatrix input)
    {
        RequireRows(input, nameof(KMeans));
        var values = SquaredDistancesToCenters(input);
        RequireInRange(values, input.RowCount);
        foreach (ref double value in values.AsSpan())
            value = Math.Sqrt(value);
        return FeatureMatrix.Own(values, input.RowCount, FeatureNames);
    }

    internal void RequireRows(FeatureMatrix input, string step)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireFinite(Centers.Names, step);
    }

    internal double[] SquaredDistancesToCenters(FeatureMatrix input)
    {
        int rows = input.RowCount;
        int dimensions = input.ColumnCount;
        var values = new double[rows * FeatureNames.Count];
        for (int k = 0; k < FeatureNames.Count; k++)
            SquaredDistances.ToPoint(input.AsColumnMajor(), rows, 0, _centers.AsSpan(k * dimensions, dimensions), values.AsSpan(k * rows, rows));
        return values;
    }

    private static void RequireInRange(double[] squares, int rows)
    {
        int beyond = squares.AsSpan().IndexOf(double.PositiveInfinity);
        if (beyond >= 0)
            throw new ArgumentException($"{nameof(KMeans)} cannot square the distance of row {beyond % rows} from a center, which is beyond the range of a double. Correct that row, or use a smaller unit.");
    }
}
