namespace TypedTune.Learning;

/// <summary>Fits a rising curve by pooling neighbours that fall (Barlow and others, "Statistical inference under order restrictions", 1972).</summary>
internal static class IsotonicFit
{
    /// <summary>Finds the curve; equal places are averaged first, as in scikit-learn.</summary>
    /// <param name="places">N numbers.</param>
    /// <param name="values">N numbers.</param>
    /// <param name="weights">N weights of at least 0, one of them above.</param>
    public static ProbabilityCurve Find(ReadOnlySpan<double> places, double[] values, double[] weights)
    {
        double[] at = places.ToArray();
        int[] order = [.. Enumerable.Range(0, at.Length).Where(row => weights[row] > 0).OrderBy(row => at[row])];
        var blocks = new List<(double From, double To, double Sum, double Weight)>();
        for (int i = 0; i < order.Length;)
        {
            double place = at[order[i]], sum = 0, weight = 0;
            for (; i < order.Length && at[order[i]] == place; i++)
            {
                sum += weights[order[i]] * values[order[i]];
                weight += weights[order[i]];
            }

            var block = (From: place, To: place, Sum: sum, Weight: weight);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Weight >= block.Sum / block.Weight)
            {
                block = (blocks[^1].From, block.To, blocks[^1].Sum + block.Sum, blocks[^1].Weight + block.Weight);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        // Each block is level between its ends.
        List<double> points = [], heights = [];
        foreach (var (from, to, sum, weight) in blocks)
        {
            points.Add(from);
            heights.Add(sum / weight);
            if (to == from)
                continue;
            points.Add(to);
            heights.Add(sum / weight);
        }

        return new ProbabilityCurve(0, 0, [.. points], [.. heights]);
    }
}
