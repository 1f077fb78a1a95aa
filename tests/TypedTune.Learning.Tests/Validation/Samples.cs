namespace TypedTune.Learning.Tests.Validation;

/// <summary>Rows that validations are tried on.</summary>
internal static class Samples
{
    /// <summary>Two features; a target that depends on them but for a little noise.</summary>
    public static Dataset Signal(int rows, int seed = 7)
    {
        var (features, random) = Features(rows, seed);
        return new Dataset(features, [.. Enumerable.Range(0, rows).Select(row => 2 * features[row, 0] - features[row, 1] + 0.3 * random.NextNormal())]);
    }

    /// <summary>Two features, and a target that knows nothing of them.</summary>
    public static Dataset Noise(int rows, int seed = 7)
    {
        var (features, random) = Features(rows, seed);
        return new Dataset(features, [.. Enumerable.Range(0, rows).Select(_ => random.NextNormal())]);
    }

    /// <summary>Three labels, the last of them rare, by the first feature.</summary>
    public static Dataset Labels(int rows, int seed = 7)
    {
        var (features, random) = Features(rows, seed);
        var labels = Enumerable.Range(0, rows).Select(row => (features[row, 0] + 0.5 * random.NextNormal()) switch { > 1.2 => "rare", > 0 => "high", _ => "low" });
        return new Dataset(features, Targets.Of(Categories.From(labels)));
    }

    private static (FeatureMatrix Features, RandomStream Random) Features(int rows, int seed)
    {
        var random = Seed.Of(seed).Stream();
        double[][] matrix = [.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextNormal(), random.NextNormal() })];
        return (FeatureMatrix.FromRows(matrix), random);
    }
}
