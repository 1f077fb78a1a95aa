namespace TypedTune.Learning;

/// <summary>The centers of clusters. Immutable and thread safe.</summary>
public sealed class FittedKMeans : IFittedStep<FeatureMatrix, FeatureMatrix>, IFittedRowStep<double, double>, IPersistentModel<FittedKMeans>
{
    private readonly double[] _centers;
    private readonly int[] _labels;

    internal FittedKMeans(FeatureNames inputNames, Lloyd run)
        : this(FeatureMatrix.FromRows([.. run.Centers.Chunk(inputNames.Count)], inputNames), run.Labels, run.Inertia, run.Iterations)
    {
    }

    private FittedKMeans(FeatureMatrix centers, int[] labels, double inertia, int iterations)
    {
        _labels = labels;
        Inertia = inertia;
        Iterations = iterations;
        Centers = centers;
        _centers = [.. Enumerable.Range(0, centers.RowCount).SelectMany(k => Enumerable.Range(0, centers.ColumnCount).Select(column => centers.Column(column)[k]))];
        FeatureNames = new FeatureNames(Enumerable.Range(0, centers.RowCount).Select(k => $"Cluster {k} distance"));
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

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<double> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireFinite(row, names, Centers.Names, nameof(KMeans));
        SquaredDistancesToCenters(row, 1, output);
        RequireInRange(output, 1);
        foreach (ref double value in output)
            value = Math.Sqrt(value);
    }

    internal void RequireRows(FeatureMatrix input, string step)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireFinite(Centers.Names, step);
    }

    internal double[] SquaredDistancesToCenters(FeatureMatrix input)
    {
        var values = new double[input.RowCount * FeatureNames.Count];
        SquaredDistancesToCenters(input.AsColumnMajor(), input.RowCount, values);
        return values;
    }

    /// <summary>Measures rows.</summary>
    /// <param name="columns">The rows, column after column.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="distances">For each center one a row.</param>
    internal void SquaredDistancesToCenters(ReadOnlySpan<double> columns, int rows, Span<double> distances)
    {
        int dimensions = Centers.ColumnCount;
        for (int k = 0; k < FeatureNames.Count; k++)
            SquaredDistances.ToPoint(columns, rows, 0, _centers.AsSpan(k * dimensions, dimensions), distances.Slice(k * rows, rows));
    }

    static string IPersistentModel<FittedKMeans>.ModelName => nameof(KMeans);

    void IPersistentModel<FittedKMeans>.Write(ModelWriter writer)
    {
        writer.Matrix("Centers", Centers);
        writer.Integers("Labels", _labels);
        writer.Number("Inertia", Inertia);
        writer.Integer("Iterations", Iterations);
    }

    static FittedKMeans IPersistentModel<FittedKMeans>.Read(ModelReader reader)
    {
        var centers = reader.Matrix("Centers");
        int[] labels = reader.Integers("Labels");
        double inertia = reader.Number("Inertia");
        long iterations = reader.Integer("Iterations");
        reader.Require(centers.RowCount > 0 && centers.ColumnCount > 0 && Array.TrueForAll(centers.AsColumnMajor().ToArray(), double.IsFinite), "there are no centers, or one is not finite");
        reader.Require(Array.TrueForAll(labels, label => label >= 0 && label < centers.RowCount) && iterations is >= 0 and <= int.MaxValue, "a row is in a cluster that does not exist");
        return new FittedKMeans(centers, labels, inertia, (int)iterations);
    }

    private static void RequireInRange(ReadOnlySpan<double> squares, int rows)
    {
        int beyond = squares.IndexOf(double.PositiveInfinity);
        if (beyond >= 0)
            throw new ArgumentException($"{nameof(KMeans)} cannot square the distance of row {beyond % rows} from a center, which is beyond the range of a double. Correct that row, or use a smaller unit.");
    }
}
