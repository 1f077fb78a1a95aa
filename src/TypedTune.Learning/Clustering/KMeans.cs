using System.Globalization;

namespace TypedTune.Learning;

/// <summary>
/// Groups rows around centers so that the squared Euclidean distances from the rows to their centers add up to little, and
/// gives each row's distances to the centers.
/// </summary>
/// <remarks>
/// Lloyd's algorithm from the centers of a greedy k-means++ (Arthur and Vassilvitskii, 2007), the best of several such runs,
/// as in scikit-learn. A cluster that loses all its rows takes over the row farthest from its center. The result depends on
/// the configuration and the rows alone: not on the number of threads. Columns should be of similar size; scale them first if they are not.
/// </remarks>
[MissingValues(MissingValueTreatment.Refuse)]
public sealed partial record KMeans : ITransformer<FittedKMeans>, IFitEstimate
{
    // Squares of a thousandth of such distances are still normal numbers.
    private const double Smallest = 1e-300;

    /// <summary>How many clusters, at least 1 and at most the number of distinct rows. Default: 8.</summary>
    [Hyperparameter(Min = 1, SearchMin = 2, SearchMax = 50, Scale = Scale.Log)]
    public int Clusters { get; init; } = 8;

    /// <summary>How many runs the best is taken of, from 1 to 1,000,000; of equally good ones the first. Default: 10.</summary>
    [Hyperparameter(Min = 1, Max = 1_000_000, InAll = false)]
    public int Initializations { get; init; } = 10;

    /// <summary>How often the centers are moved at most in each run, at least 1. Default: 300.</summary>
    [Hyperparameter(Min = 1)]
    public int MaxIterations { get; init; } = 300;

    /// <summary>
    /// A run ends when the squared movements of the centers add up to this share of the mean variance of the columns, or no
    /// row changes its cluster. At least 0. Default: 0.0001.
    /// </summary>
    [Hyperparameter(Min = 0)]
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>The seed of the random numbers by which the first centers of each run are drawn. Default: 0.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer distinct rows than clusters, no columns, or a value is missing, infinite, or too large to square.</exception>
    public FittedKMeans Fit(FeatureMatrix input, FitContext? context = null) => Fit(input, context, nameof(KMeans));

    internal FittedKMeans Fit(FeatureMatrix input, FitContext? context, string step)
    {
        DeclaredBounds.Check(this);
        input.RequireTrainable(step);
        RequireDistinctRows(input, step);
        double tolerance = Tolerance * MeanVariance(input, step);
        context ??= FitContext.Default;
        var nearby = NearbyRows.Of(input, Clusters);
        var gate = new Lock();
        (int Index, Lloyd Run)? best = null;
        context.For(Initializations, index =>
        {
            var run = new Lloyd(input, Clusters, nearby);
            run.Run(TypedTune.Seed.Of(Seed).Derive(index).Stream(), MaxIterations, tolerance, context.CancellationToken);
            lock (gate)
            {
                // Of equal ones the first by number, whichever ended first.
                if (best is not { } other || run.Inertia < other.Run.Inertia || (run.Inertia == other.Run.Inertia && index < other.Index))
                    best = (index, run);
            }
        });
        return new FittedKMeans(input.Names, best!.Value.Run);
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input)
    {
        // Runs end by themselves after some fifteen movements, most often.
        double passes = Initializations * (double)Math.Min(15, MaxIterations);
        return new FitEstimate(Clusters * (passes * input.Values + input.Values + 5.0 * input.Rows), Clusters, sizeof(int) * (long)input.Rows);
    }

    // Looks no further than to the last distinct row that is needed.
    private void RequireDistinctRows(FeatureMatrix input, string step)
    {
        var distinct = new HashSet<int>(EqualityComparer<int>.Create((left, right) => AreEqual(input, left, right), row => HashOf(input, row)));
        for (int row = 0; row < input.RowCount && distinct.Count < Clusters; row++)
            distinct.Add(row);

        if (distinct.Count < Clusters)
            throw new ArgumentException($"{step} was asked for {Clusters} clusters, but {(distinct.Count == 1 ? "there is only 1 distinct row" : $"there are only {distinct.Count} distinct rows")}. Lower {nameof(Clusters)}, or give it more rows.", nameof(input));
    }

    private static bool AreEqual(FeatureMatrix input, int left, int right)
    {
        for (int c = 0; c < input.ColumnCount; c++)
        {
            if (input.Column(c)[left] != input.Column(c)[right])
                return false;
        }

        return true;
    }

    private static int HashOf(FeatureMatrix input, int row)
    {
        int hash = 0;
        for (int c = 0; c < input.ColumnCount; c++)
            hash = hash * 31 + input.Column(c)[row].GetHashCode();
        return hash;
    }

    private static double MeanVariance(FeatureMatrix input, string step)
    {
        double variances = 0, extent = 0;
        bool differ = false;
        for (int c = 0; c < input.ColumnCount; c++)
        {
            double mean = 0, squares = 0, low = double.PositiveInfinity, high = double.NegativeInfinity;
            foreach (double value in input.Column(c))
            {
                mean += value;
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }

            mean /= input.RowCount;
            foreach (double value in input.Column(c))
                squares += (value - mean) * (value - mean);
            variances += squares / input.RowCount;
            extent += (high - low) * (high - low);
            differ |= high > low;
            if (!double.IsFinite(variances) || !double.IsFinite(extent * input.RowCount))
                throw new ArgumentException($"{step} cannot square the distances in {Excerpt.From(input.Names[c])}, whose values reach from {low.ToString(CultureInfo.InvariantCulture)} to {high.ToString(CultureInfo.InvariantCulture)}. Use a smaller unit, or a {nameof(StandardScaler)} before it.");
        }

        if (extent < Smallest && differ)
            throw new ArgumentException($"{step} cannot tell rows apart by the squares of their distances, which are below the range of a double. Use a larger unit, or a {nameof(StandardScaler)} before it.");
        return variances / input.ColumnCount;
    }
}
