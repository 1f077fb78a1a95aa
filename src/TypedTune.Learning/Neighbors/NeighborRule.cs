namespace TypedTune.Learning;

/// <summary>How many of the nearest rows decide a prediction, and how much each of them counts.</summary>
/// <param name="Neighbors">How many of them decide.</param>
/// <param name="Weights">How much each counts.</param>
internal readonly record struct NeighborRule(int Neighbors, NeighborWeights Weights)
{
    /// <summary>The smallest number of neighbours whose search serves all members, as far as there are rows: a member of more is refused by itself.</summary>
    /// <param name="members">The members' numbers of neighbours, at least one.</param>
    /// <param name="rows">N, on how many rows they will be fitted.</param>
    /// <exception cref="ArgumentException">There is no member.</exception>
    public static int Widest(IEnumerable<int> members, int rows)
    {
        int[] neighbors = [.. members];
        if (neighbors.Length == 0)
            throw new ArgumentException("Give at least one configuration: there are none to find the widest of.", nameof(members));
        return Math.Min(neighbors.Max(), Math.Max(1, rows));
    }

    /// <summary>Estimates a prediction of as many rows as were learned from.</summary>
    /// <param name="neighbors">How many neighbours decide.</param>
    /// <param name="input">What is learned from.</param>
    public static FitEstimate Estimate(int neighbors, InputSize input)
    {
        double rows = Math.Max(1, input.Rows);
        double nearest = Math.Clamp(neighbors, 1, rows);

        // Of rows in any order, this many come closer than the nearest so far, each of which moves those behind it.
        double insertions = nearest * (1 + Math.Log(rows / nearest));
        return new FitEstimate(rows * (rows * (1 + 0.15 * input.Columns) + nearest * insertions), null, (long)(sizeof(double) * (input.Values + rows)));
    }

    /// <summary>Weighs the neighbours of a query.</summary>
    /// <param name="squaredDistances">Those of the nearest rows in ascending order, as many as there are weights, or more.</param>
    /// <param name="weights">Set to a weight a neighbour, not normalised.</param>
    public void Weigh(ReadOnlySpan<double> squaredDistances, Span<double> weights)
    {
        if (Weights == NeighborWeights.Uniform)
        {
            weights.Fill(1);
            return;
        }

        // Relative to the nearest, which changes no weighted mean and keeps the inverse of a tiny distance finite.
        double nearest = squaredDistances[0];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = nearest == squaredDistances[i] ? 1 : Math.Sqrt(nearest / squaredDistances[i]);
    }
}
