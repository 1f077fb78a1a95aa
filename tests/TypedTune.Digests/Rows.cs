namespace TypedTune.Digests;

/// <summary>Rows that results are of. They are made by whole numbers and additions alone, so that none differs before anything is calculated.</summary>
internal static class Rows
{
    /// <summary>Twelve columns of numbers, about normal.</summary>
    public static FeatureMatrix Features(int count = 700, int columns = 12, int seed = 1)
    {
        var random = Seed.Of(seed).Stream();
        var values = new double[count * columns];
        foreach (ref double value in values.AsSpan())
            value = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
        return FeatureMatrix.FromColumnMajor(values, count, new FeatureNames(Enumerable.Range(0, columns).Select(column => $"x{column}")));
    }

    /// <summary>The same with missing values.</summary>
    public static FeatureMatrix WithGaps(int count = 400)
    {
        var random = Seed.Of(5).Stream();
        double[] values = Features(count).AsColumnMajor().ToArray();
        foreach (ref double value in values.AsSpan())
            value = random.NextBelow(9) == 0 ? double.NaN : value;
        return FeatureMatrix.FromColumnMajor(values, count, Features(1).Names);
    }

    /// <summary>A number a row, above 0, which depends on some of the columns.</summary>
    public static double[] Target(int count = 700)
    {
        var features = Features(count);
        var random = Seed.Of(2).Stream();
        return [.. Enumerable.Range(0, count).Select(row => 9 + features[row, 0] * features[row, 1] - features[row, 2] + 0.3 * random.NextDouble())];
    }

    /// <summary>A label a row.</summary>
    public static Categories Labels(int classes, int count = 700)
    {
        var features = Features(count);
        return Categories.From(Enumerable.Range(0, count).Select(row => $"class {(int)Math.Clamp(Math.Floor((features[row, 0] + features[row, 3] + 2) * classes / 4), 0, classes - 1)}"));
    }

    /// <summary>A weight a row.</summary>
    public static double[] Weights(int count = 700)
    {
        var random = Seed.Of(3).Stream();
        return [.. Enumerable.Range(0, count).Select(_ => 0.1 + random.NextDouble())];
    }
}
