using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Which forests a path holds.</summary>
internal static class PathLimits
{
    /// <summary>Refuses a forest that goes beyond the largest one of a path.</summary>
    /// <exception cref="ArgumentException">It does; the message names the hyperparameter, its value and its bound.</exception>
    public static void Require(int trees, TreeStop reach, int wantedTrees, TreeStop wanted)
    {
        if (wantedTrees > trees)
            throw Beyond("Trees", "at most", trees, wantedTrees);
        if (wanted.MaxDepth > reach.MaxDepth)
            throw Beyond("MaxDepth", "at most", reach.MaxDepth, wanted.MaxDepth == int.MaxValue ? null : wanted.MaxDepth);
        if (wanted.MinRowsToSplit < reach.MinRowsToSplit)
            throw Beyond("MinRowsToSplit", "at least", reach.MinRowsToSplit, wanted.MinRowsToSplit);
        if (!(wanted.MinImpurityDecrease >= reach.MinImpurityDecrease))
            throw Beyond("MinImpurityDecrease", "at least", reach.MinImpurityDecrease, wanted.MinImpurityDecrease);
    }

    private static ArgumentException Beyond(string name, string side, double bound, double? value) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The path holds forests of {name} {side} {bound}, but was asked for {(value is { } number ? number.ToString(CultureInfo.InvariantCulture) : "an unlimited one")}. Fit it with the widest limits of all."));
}
