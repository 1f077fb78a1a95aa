namespace TypedTune.Learning;

/// <summary>Puts the categories of a feature in order by the classes of their rows, so that only cuts between neighbours need be tried.</summary>
/// <remarks>
/// With two classes, by the share of one: the best cut is among these (Breiman and others 1984). With more there is no such order;
/// theirs along the first principal component of the shares comes close (Coppersmith, Hong and Hosking, "Partitioning nominal
/// attributes in decision trees", 1999; ranger orders so too).
/// </remarks>
internal static class CategoryOrder
{
    private const int Iterations = 50;

    /// <summary>Finds what orders the categories.</summary>
    /// <param name="shares">For each category the share of each class, of at least two.</param>
    /// <param name="weights">The weight of each category.</param>
    /// <param name="keys">One a category, set.</param>
    public static void Find(double[][] shares, double[] weights, Span<double> keys)
    {
        int classes = shares[0].Length;
        if (classes == 2)
        {
            for (int category = 0; category < keys.Length; category++)
                keys[category] = shares[category][0];
            return;
        }

        var mean = Mean(shares, weights, classes);
        foreach (double[] share in shares)
        {
            for (int k = 0; k < classes; k++)
                share[k] -= mean[k];
        }

        // The power method; it starts from the category that differs most, so that it is nowhere near at right angles.
        double[] axis = [.. shares.MaxBy(share => Dot(share, share))!];
        for (int i = 0; i < Iterations; i++)
        {
            var next = new double[classes];
            for (int category = 0; category < shares.Length; category++)
            {
                double along = weights[category] * Dot(shares[category], axis);
                for (int k = 0; k < classes; k++)
                    next[k] += along * shares[category][k];
            }

            double length = Math.Sqrt(Dot(next, next));
            if (length == 0)
                break;
            axis = Array.ConvertAll(next, value => value / length);
        }

        for (int category = 0; category < keys.Length; category++)
            keys[category] = Dot(shares[category], axis);
    }

    private static double[] Mean(double[][] shares, double[] weights, int classes)
    {
        var mean = new double[classes];
        double weight = weights.Sum();
        for (int category = 0; category < shares.Length; category++)
        {
            for (int k = 0; k < classes; k++)
                mean[k] += weights[category] * shares[category][k] / weight;
        }

        return mean;
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
