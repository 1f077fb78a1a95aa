using System.Globalization;

namespace TypedTune.Learning;

/// <summary>The weights that trees take: 0, or from 1e-28 to 1e28 and at most 1e18 times each other, since nodes are summed in single precision.</summary>
internal static class WeightLimits
{
    private const double Smallest = 1e-28;
    private const double Largest = 1e28;
    private const double Apart = 1e18;

    /// <summary>The limits in words, for messages.</summary>
    public static string Words => $"0, or a number from {Text(Smallest)} to {Text(Largest)}";

    /// <summary>Whether a weight is within the limits.</summary>
    public static bool Allow(double weight) => weight is 0 or (>= Smallest and <= Largest);

    /// <summary>Refuses weights of rows that are outside.</summary>
    /// <param name="weights">A number a row.</param>
    /// <param name="rows">N.</param>
    /// <exception cref="ArgumentException">There are not N, one is illegal, two are too far apart (the message names their rows), or no row counts.</exception>
    public static void Require(double[] weights, int rows)
    {
        if (weights.Length != rows)
            throw new ArgumentException($"The features have {rows} rows, but {weights.Length} weights were given.", nameof(weights));
        Require(weights, "", "To leave a row out, give it 0; scale others, since only their ratios matter to trees.");
    }

    /// <summary>Refuses weights of rows times those of their classes that are outside.</summary>
    /// <param name="weights">N numbers.</param>
    /// <param name="unit">What 1 is in the caller's unit.</param>
    /// <exception cref="ArgumentException">One is illegal, two are too far apart (the message names their rows), or no row counts.</exception>
    public static void RequireProducts(double[] weights, double unit) => Require(Array.ConvertAll(weights, weight => weight * unit), ", times that of its class,", "Give ClassWeights nearer to 1.");

    private static void Require(double[] weights, string times, string cure)
    {
        int light = -1, heavy = -1;
        for (int row = 0; row < weights.Length; row++)
        {
            double weight = weights[row];
            if (!Allow(weight))
                throw new ArgumentException($"The weight of row {row}{times} is {Text(weight)}; it must be {Words}. {cure}", nameof(weights));
            if (weight == 0)
                continue;
            light = light < 0 || weight < weights[light] ? row : light;
            heavy = heavy < 0 || weight > weights[heavy] ? row : heavy;
        }

        if (heavy < 0)
            throw new ArgumentException("No row counts: the weights of all rows are 0.", nameof(weights));
        if (weights[heavy] > Apart * weights[light])
            throw new ArgumentException($"The weight of row {heavy}{times} is {Text(weights[heavy])}, and that of row {light} is {Text(weights[light])}; none may be above {Text(Apart)} times another. To leave a row out, give it 0.", nameof(weights));
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
