namespace TypedTune.Generators.Parsing;

/// <summary>Finds the member that a name stands for: one such as <c>n_clusters</c>, or a misspelt one.</summary>
internal static class SimilarNames
{
    /// <summary>The member of this name but for case and underscores, also without a leading <c>n_</c>; null if there is none.</summary>
    public static string? Match(string name, IEnumerable<string> members)
    {
        string plain = Plain(name);
        string? counted = name.StartsWith("n_", StringComparison.OrdinalIgnoreCase) ? Plain(name.Substring(2)) : null;
        return members.FirstOrDefault(member => Plain(member) == plain) ?? members.FirstOrDefault(member => counted is not null && Plain(member) == counted);
    }

    /// <summary>The member that differs in the fewest letters; null if none is close.</summary>
    public static string? Nearest(string name, IEnumerable<string> members)
    {
        string plain = Plain(name);
        var best = members.Select(member => (Member: member, Distance: Distance(plain, Plain(member)))).OrderBy(candidate => candidate.Distance).FirstOrDefault();
        return best.Member is not null && best.Distance <= (plain.Length <= 3 ? 1 : Math.Max(2, plain.Length / 3)) ? best.Member : null;
    }

    private static string Plain(string name) => name.Replace("_", "").ToLowerInvariant();

    // Levenshtein's distance, one row at a time.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
