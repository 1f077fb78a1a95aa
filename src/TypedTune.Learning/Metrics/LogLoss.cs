using System.Buffers;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Log loss (cross-entropy): the mean of −log of the probability that each row's label was given; 0 is perfect.</summary>
/// <remarks>Probabilities are kept 2^-52 away from 0 and 1, as in scikit-learn, so that one that is certain and wrong costs 36.</remarks>
public sealed class LogLoss : ProbabilityMetric
{
    private const double Least = Rounding.MachineEpsilon;

    // Small enough that what is kept between the columns stays in the cache.
    private const int BlockRows = 2048;

    internal LogLoss()
    {
    }

    /// <inheritdoc/>
    public override string Name => "log loss";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights) => Mean(truth, probabilities, weights);

    /// <summary>The weighted mean.</summary>
    internal static double Mean(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        weights = MetricWeights.InRange(weights);
        double sum = 0;
        double[] own = ArrayPool<double>.Shared.Rent(BlockRows), totals = ArrayPool<double>.Shared.Rent(BlockRows);
        for (int start = 0; start < truth.Length; start += BlockRows)
        {
            int rows = Math.Min(BlockRows, truth.Length - start);
            Gather(truth.Slice(start, rows), probabilities, start, own, totals);
            TakeLogarithms(own.AsSpan(0, rows), totals);
            for (int row = 0; row < rows; row++)
                sum -= weights[start + row] * own[row];
        }

        ArrayPool<double>.Shared.Return(own);
        ArrayPool<double>.Shared.Return(totals);
        return sum / MetricWeights.Sum(weights);
    }

    // The probability of each row's label, and the sum over labels, with the bounds kept.
    private static void Gather(ReadOnlySpan<int> truth, FeatureMatrix probabilities, int start, Span<double> own, Span<double> totals)
    {
        totals = totals[..truth.Length];
        totals.Clear();
        own = own[..truth.Length];
        for (int level = 0; level < probabilities.ColumnCount; level++)
        {
            var column = probabilities.Column(level).Slice(start, truth.Length);
            int row = 0;
            for (; row + Vector256<double>.Count <= truth.Length; row += Vector256<double>.Count)
            {
                var kept = Vector256.Min(Vector256.Max(Vector256.Create(column[row..]), Vector256.Create(Least)), Vector256.Create(1 - Least));
                var isOwn = Vector256.Equals(Vector128.WidenLower(Vector128.Create(truth[row..])).ToVector256Unsafe().WithUpper(Vector128.WidenUpper(Vector128.Create(truth[row..]))), Vector256.Create((long)level)).AsDouble();
                (Vector256.Create(totals[row..]) + kept).CopyTo(totals[row..]);
                Vector256.ConditionalSelect(isOwn, kept, Vector256.Create(own[row..])).CopyTo(own[row..]);
            }

            for (; row < truth.Length; row++)
            {
                double kept = Math.Clamp(column[row], Least, 1 - Least);
                totals[row] += kept;
                if (truth[row] == level)
                    own[row] = kept;
            }
        }
    }

    private static void TakeLogarithms(Span<double> own, ReadOnlySpan<double> totals)
    {
        int row = 0;
        for (; row + Vector512<double>.Count <= own.Length; row += Vector512<double>.Count)
            PortableVectors.Log(Vector512.Create<double>(own[row..]) / Vector512.Create(totals[row..])).CopyTo(own[row..]);
        for (; row < own.Length; row++)
            own[row] = PortableMath.Log(own[row] / totals[row]);
    }
}
