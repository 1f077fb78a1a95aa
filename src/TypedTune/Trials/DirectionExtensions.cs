namespace TypedTune;

/// <summary>Compares scores.</summary>
public static class DirectionExtensions
{
    /// <summary>Whether one score is better than another, not merely as good.</summary>
    /// <param name="direction">Whether small or large scores are good.</param>
    /// <param name="score">The one score.</param>
    /// <param name="than">The other.</param>
    public static bool IsBetter(this Direction direction, double score, double than) =>
        direction == Direction.Minimize ? score < than : score > than;
}
