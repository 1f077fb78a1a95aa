namespace TypedTune.Learning;

/// <summary>How much the results of a plan's nodes will hold at once.</summary>
internal static class MemoryEstimate
{
    /// <summary>The most bytes at once, when nodes run in order and each result is let go when nothing needs it any more.</summary>
    /// <param name="nodes">Every node, inputs before what needs them.</param>
    /// <param name="threads">How many nodes run at once: the largest are taken to meet.</param>
    public static long Peak(IReadOnlyList<FitNode> nodes, int threads)
    {
        var needed = new Dictionary<FitNode, int>(nodes.Count);
        foreach (var input in nodes.SelectMany(node => node.Inputs.Distinct()))
            needed[input] = needed.GetValueOrDefault(input) + 1;
        long held = 0, peak = 0, largest = 0;
        foreach (var node in nodes)
        {
            held += node.EstimatedBytes;
            peak = Math.Max(peak, held);
            largest = Math.Max(largest, node.EstimatedBytes);
            foreach (var input in node.Inputs.Distinct())
            {
                if (--needed[input] == 0)
                    held -= input.EstimatedBytes;
            }

            if (!needed.ContainsKey(node))
                held -= node.EstimatedBytes;
        }

        return peak + (threads - 1) * largest;
    }
}
