using System.Numerics;

namespace TypedTune;

/// <summary>
/// Draws distinct configurations from a space at random. From a grid it draws points without replacement, every one as
/// likely; from a continuum independently, and what it has drawn already it draws again.
/// </summary>
internal static class RandomDraws
{
    private const int MostRejections = 10_000;

    // A filtered grid is visited as a whole to be drawn from without replacement, which pays only while it is small.
    private const int LargestVisited = 1_000_000;

    // On a log scale from 1 to n the rarest number comes once in about n ln 2n draws.
    private const int RepeatsAPoint = 100;

    public static IEnumerable<T> From<T>(Space<T> space, Seed seed)
    {
        if (space is not Grid<T> grid || !IsVisited(grid))
            return Distinct(Points(space, seed), space.Cardinality);
        return grid.HasDistinctPoints ? Permuted(grid, seed) : Permuted(grid, seed).Distinct();
    }

    private static bool IsVisited<T>(Grid<T> grid) => grid.LargestCount <= (grid.Cardinality is null ? LargestVisited : long.MaxValue);

    /// <summary>All points of a grid in a random order: Fisher–Yates, of which only the places that moved are kept.</summary>
    private static IEnumerable<T> Permuted<T>(Grid<T> grid, Seed seed)
    {
        long remaining = (long)grid.Count;
        var moved = new Dictionary<long, long>();
        var random = seed.Stream();
        for (; remaining > 0; remaining--)
        {
            long drawn = (long)random.NextBelow((ulong)remaining);
            long index = moved.GetValueOrDefault(drawn, drawn);
            if (!moved.Remove(remaining - 1, out long last))
                last = remaining - 1;
            if (drawn < remaining - 1)
                moved[drawn] = last;
            yield return grid.Apply(grid.Root, index);
        }
    }

    private static IEnumerable<T> Points<T>(Space<T> space, Seed seed)
    {
        int rejected = 0;
        double[] coordinates = new double[space.Dimensions];
        for (long attempt = 0; ; attempt++)
        {
            if (!TryPoint(space, seed.Derive(attempt), coordinates, out var configuration))
            {
                if (++rejected == MostRejections)
                    throw new InvalidOperationException($"The condition of Where admitted none of {MostRejections} points in a row. Loosen it, or narrow the space to where it holds.");
                continue;
            }

            rejected = 0;
            yield return configuration;
        }
    }

    private static bool TryPoint<T>(Space<T> space, Seed seed, double[] coordinates, out T configuration)
    {
        var random = seed.Stream();
        for (int i = 0; i < coordinates.Length; i++)
            coordinates[i] = random.NextDouble();
        configuration = space.Root;
        return space.TryApply(ref configuration, coordinates);
    }

    // A space of whole numbers on a log scale runs out too. One that can be counted is known to have, and until then its
    // rarest points are waited for; of any other, repeats in a row are the only sign.
    private static IEnumerable<T> Distinct<T>(IEnumerable<T> points, BigInteger? cardinality)
    {
        var seen = new HashSet<T>();
        int mostRepeats = (int)BigInteger.Max(MostRejections, BigInteger.Min((cardinality ?? 0) * RepeatsAPoint, LargestVisited));
        int repeated = 0;
        foreach (var point in points)
        {
            if (seen.Add(point))
            {
                repeated = 0;
                yield return point;
                if (seen.Count == cardinality)
                    yield break;
            }
            else if (++repeated == mostRepeats)
            {
                yield break;
            }
        }
    }
}
