namespace TypedTune.Learning;

/// <summary>Finds names.</summary>
internal static class NameSearch
{
    /// <summary>The place of a name, compared by its characters; −1 if it is not there.</summary>
    public static int FindName(this IReadOnlyList<string> names, string name)
    {
        for (int place = 0; place < names.Count; place++)
        {
            if (names[place] == name)
                return place;
        }

        return -1;
    }
}
