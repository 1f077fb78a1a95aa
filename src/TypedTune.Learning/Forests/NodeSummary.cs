using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>What a node's rows say together about the target.</summary>
/// <param name="Weight">The sum of the weights.</param>
/// <param name="Mean">The weighted mean; exactly the target when all are equal.</param>
/// <param name="SquaredError">The weighted sum of squared differences from the mean; 0 when all targets are equal.</param>
internal readonly record struct NodeSummary(double Weight, double Mean, double SquaredError)
{
    /// <summary>Summarises rows.</summary>
    /// <param name="records">The node's records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are, at least 1.</param>
    public static NodeSummary Of(ReadOnlySpan<byte> records, in RecordLayout layout, int count)
    {
        ref byte record = ref MemoryMarshal.GetReference(records);
        double first = layout.Target(ref record);
        double weight = 0, sum = 0, squares = 0;
        for (int i = 0; i < count; i++)
        {
            // Relative to the first target: exact for equal targets, and harmless to targets far from 0.
            double w = layout.Weight(ref record);
            double difference = layout.Target(ref record) - first;
            double weighted = w * difference;
            weight += w;
            sum += weighted;
            squares += weighted * difference;
            record = ref Unsafe.Add(ref record, layout.Stride);
        }

        return new NodeSummary(weight, first + sum / weight, Math.Max(0, squares - sum / weight * sum));
    }

    /// <summary>
    /// How the node's targets are put into single precision: as differences from the node's mean, in units of its standard
    /// deviation. That keeps all 24 bits for what a split is about, at any magnitude of the target.
    /// </summary>
    public TargetScale Scale => new(Mean, 1 / Math.Sqrt(SquaredError / Weight));
}
