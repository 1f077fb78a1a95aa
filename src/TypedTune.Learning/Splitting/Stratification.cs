namespace TypedTune.Learning;

/// <summary>Finds the stratum of each row, of which splitters keep the proportions.</summary>
internal static class Stratification
{
    /// <summary>The labels, or the bins of numbers, and the strata that are given beside them.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="targetBins">How many bins of about as many rows numbers are divided into; null for none.</param>
    /// <exception cref="ArgumentException">There is nothing to stratify by, a target is missing, or bins are asked for of labels.</exception>
    public static Categories FindStrata(RowRoles rows, int? targetBins)
    {
        var targets = rows.Targets;
        if (targets.AreLabels && targetBins is not null)
            throw new ArgumentException($"TargetBins divides numbers, but {Excerpt.From(targets.Name)} holds labels, each of which is a stratum. Leave TargetBins out.", nameof(rows));
        if (!targets.AreLabels && targetBins is null && rows.Strata is null)
            throw new ArgumentException($"Stratification needs labels, but {Excerpt.From(targets.Name)} holds numbers. Set TargetBins to divide them into bins, mark a column [Stratum], or take a splitter that is not stratified.", nameof(rows));
        targets.RequireComplete();
        var own = targets.AreLabels ? targets.Labels : targetBins is { } bins ? Bins(targets.Numbers, bins) : null;
        if (rows.Strata is not { } strata)
            return own!;
        return own is null ? strata : RoleValues.Combine([own, strata]);
    }

    // Equal numbers share a bin, so that bins differ in size where many are equal.
    private static Categories Bins(double[] numbers, int bins)
    {
        double[] sorted = [.. numbers.Order()];
        double[] cuts = [.. Enumerable.Range(1, bins - 1).Select(bin => sorted[(int)((long)bin * sorted.Length / bins)])];
        int[] codes = [.. numbers.Select(number => cuts.Count(cut => number >= cut))];
        return new Categories([.. Enumerable.Range(1, bins).Select(bin => FormattableString.Invariant($"bin {bin} of {bins}"))], codes);
    }
}
