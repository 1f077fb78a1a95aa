namespace TypedTune.Learning;

/// <summary>Measures how far apart two spellings are.</summary>
internal static class EditDistance
{
    // The time grows with the product of the lengths.
    private const int Most = 200;

    /// <summary>The fewest insertions, deletions and replacements of a character that turn the first 200 characters of one text into those of the other (Levenshtein, 1966).</summary>
    public static int Between(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        from = from[..Math.Min(from.Length, Most)];
        to = to[..Math.Min(to.Length, Most)];
        var distances = new int[to.Length + 1];
        for (int j = 0; j < distances.Length; j++)
            distances[j] = j;
        for (int i = 0; i < from.Length; i++)
        {
            int diagonal = distances[0];
            distances[0] = i + 1;
            for (int j = 0; j < to.Length; j++)
            {
                int replaced = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = distances[j + 1];
                distances[j + 1] = Math.Min(replaced, Math.Min(distances[j], diagonal) + 1);
            }
        }

        return distances[to.Length];
    }
}
