namespace TypedTune;

/// <summary>Compares scores.</summary>
internal static class DirectionExtensions
{
    /// <summary>Whether one score is better than another, not merely as good.</summary>
    public static bool IsBetter(this Direction direction, double score, double than) =>
        direction == Direction.Minimize ? score < than : score > than;
}
