namespace TypedTune;

/// <summary>How far two encoded configurations lie from each other.</summary>
internal static class EncodingDistance
{
    // Leaving a number out decides only between branches that are otherwise as near.
    private const double Dropped = 1e-9;

    /// <summary>The distance from a number asked for to a legal one of the same hyperparameter, from 0 to 1.</summary>
    public static double Between(EncodedRange range, double asked, double legal)
    {
        if (SpaceEncoding.IsInactive(asked))
            return SpaceEncoding.IsInactive(legal) ? 0 : 1;
        if (SpaceEncoding.IsInactive(legal))
            return Dropped;
        if (range.Kind == HyperparameterKind.Choice)
            return asked == legal ? 0 : 1;

        // What lies outside is as far from every branch.
        double difference = range.OnScale(Math.Clamp(asked, range.Low, range.High)) - range.OnScale(legal);
        double width = range.OnScale(range.High) - range.OnScale(range.Low);
        double share = double.IsFinite(width) && width > 0 ? difference / width : difference / (1 + Math.Abs(difference));
        return share * share;
    }
}
