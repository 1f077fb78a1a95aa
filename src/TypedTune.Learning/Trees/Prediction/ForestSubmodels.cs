namespace TypedTune.Learning;

/// <summary>Which forests one fit holds, and what to fit so that it holds several.</summary>
internal static class ForestSubmodels
{
    /// <summary>A forest with every limit that can be applied after the fit taken away: equal for exactly the forests that one fit can hold.</summary>
    public static T Key<T>(T member)
        where T : ForestConfiguration => (T)(member with { Trees = 1, MaxDepth = null, MaxLeaves = null, MinRowsToSplit = 2, MinImpurityDecrease = 0, PruningStrength = 0 });

    /// <summary>The smallest forest whose fit holds all members; see <see cref="SubmodelLimits.Require"/>.</summary>
    /// <param name="members">Forests of one key, at least one.</param>
    /// <param name="rows">N, on how many rows it will be fitted.</param>
    /// <exception cref="ArgumentException">There is no member, or no one fit holds them all.</exception>
    public static T Widest<T>(IReadOnlyList<T> members, int rows)
        where T : ForestConfiguration
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count == 0)
            throw new ArgumentException("Give at least one configuration: there are none to find the widest of.", nameof(members));
        var stops = members.Select(member => member.Stop(rows)).ToArray();
        if (members.FirstOrDefault(member => Key(member) != Key(members[0])) is { } other)
            throw new ArgumentException($"The submodels of one fit differ in Trees, MaxDepth, MinRowsToSplit, MinImpurityDecrease, MaxLeaves and PruningStrength alone, but {Excerpt.FromObject(members[0])} and {Excerpt.FromObject(other)} differ in more. Fit them apart.", nameof(members));
        return (T)(members[0] with
        {
            Trees = members.Max(member => member.Trees),
            MaxDepth = members.Any(member => member.MaxDepth is null) ? null : members.Max(member => member.MaxDepth),
            MinRowsToSplit = Math.Max(1, stops.Min(stop => stop.MinRowsToSplit)),
            MinImpurityDecrease = stops.Min(stop => stop.MinImpurityDecrease),
            MaxLeaves = CanLimitLeaves(stops) ? members.Max(member => member.MaxLeaves) : null,
            PruningStrength = 0,
        });
    }

    // Which splits are the best depends on the other limits, so that a fit with limited leaves holds forests that share them.
    private static bool CanLimitLeaves(TreeStop[] stops) =>
        Array.TrueForAll(stops, stop => stop.LimitsLeaves && (stop with { MaxLeaves = stops[0].MaxLeaves, PruningStrength = stops[0].PruningStrength }) == stops[0]);
}
