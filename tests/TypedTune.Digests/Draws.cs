namespace TypedTune.Digests;

/// <summary>What random streams and samplers draw.</summary>
internal static class Draws
{
    /// <summary>The name of each result and its numbers.</summary>
    public static IEnumerable<(string Name, double[] Numbers)> All()
    {
        var random = Seed.Of(8).Stream();
        var alpha = Ridge.Space.Alpha;
        yield return ("draws.normal", [.. Enumerable.Range(0, 5000).Select(_ => random.NextNormal())]);
        yield return ("draws.log-uniform", Of(alpha.LogUniform(1e-6, 1e4)));
        yield return ("draws.uniform", Of(alpha.Uniform(0, 7)));
        yield return ("draws.truncated-normal", Of(alpha.Normal(3, 2)));
        yield return ("draws.log-normal", Of(alpha.LogNormal(1, 2)));
        yield return ("draws.steps", [.. alpha.LogUniform(1e-6, 1e4).Steps(31).Select(ridge => ridge.Alpha), .. alpha.LogNormal(1, 2).Steps(31).Select(ridge => ridge.Alpha)]);
        yield return ("draws.integers", [.. Asked(KNeighborsRegressor.Space.Neighbors.LogUniform(1, 1000)).Select(model => (double)model.Neighbors)]);
    }

    private static double[] Of(Space<Ridge> space) => [.. Asked(space).Select(ridge => ridge.Alpha)];

    private static IEnumerable<T> Asked<T>(Space<T> space) =>
        new Study<T>(space) { Sampler = new RandomSampler { Count = 400 }, Seed = 6 }.Ask(400).Select(candidate => candidate.Configuration);
}
