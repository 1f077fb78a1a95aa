using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Which forests a larger one holds.</summary>
internal static class SubmodelLimits
{
    /// <summary>Refuses a forest that a larger one does not hold.</summary>
    /// <param name="fitted">What the larger one was fitted with.</param>
    /// <param name="wanted">The forest asked for.</param>
    /// <param name="rows">How many rows it was fitted on.</param>
    /// <exception cref="ArgumentException">It is not; the message names the hyperparameter, its value and its bound.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds.</exception>
    public static void Require(ForestConfiguration fitted, ForestConfiguration wanted, int rows)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        (wanted as ITunable)?.Validate();
        RequireWithin(fitted.Trees, fitted.Stop(rows), wanted.Trees, wanted.Stop(rows));
        if (ForestSubmodels.Key(fitted) != ForestSubmodels.Key(wanted))
            throw new ArgumentException($"A fit with {Excerpt.FromObject(fitted)} holds forests that differ from it in Trees, MaxDepth, MinRowsToSplit, MinImpurityDecrease, MaxLeaves and PruningStrength alone, but was asked for {Excerpt.FromObject(wanted)}.", nameof(wanted));
    }

    private static void RequireWithin(int trees, TreeStop reach, int wantedTrees, TreeStop wanted)
    {
        if (wantedTrees > trees)
            throw Beyond("Trees", "at most", trees, wantedTrees);
        if (wanted.MaxDepth > reach.MaxDepth)
            throw Beyond("MaxDepth", "at most", reach.MaxDepth, Limited(wanted.MaxDepth));
        if (wanted.MinRowsToSplit < reach.MinRowsToSplit)
            throw Beyond("MinRowsToSplit", "at least", reach.MinRowsToSplit, wanted.MinRowsToSplit);
        if (!(wanted.MinImpurityDecrease >= reach.MinImpurityDecrease))
            throw Beyond("MinImpurityDecrease", "at least", reach.MinImpurityDecrease, wanted.MinImpurityDecrease);
        if (wanted.PruningStrength < reach.PruningStrength)
            throw Beyond("PruningStrength", "at least", reach.PruningStrength, wanted.PruningStrength);
        if (wanted.MaxLeaves > reach.MaxLeaves)
            throw Beyond("MaxLeaves", "at most", reach.MaxLeaves, Limited(wanted.MaxLeaves));

        // The leaves that another limit saves would have gone to splits that were never made.
        if (reach.LimitsLeaves && (wanted with { MaxLeaves = reach.MaxLeaves, PruningStrength = reach.PruningStrength }) != reach)
            throw new ArgumentException($"A fit with MaxLeaves holds forests of the same MaxDepth, MinRowsToSplit and MinImpurityDecrease alone, since their best splits are others. Fit it without MaxLeaves, and limit the leaves afterwards.");
    }

    private static double? Limited(int value) => value == int.MaxValue ? null : value;

    private static ArgumentException Beyond(string name, string side, double bound, double? value) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The fit holds forests of {name} {side} {bound}, but was asked for {(value is { } number ? number.ToString(CultureInfo.InvariantCulture) : "an unlimited one")}. Fit it with the widest limits of all."));
}
