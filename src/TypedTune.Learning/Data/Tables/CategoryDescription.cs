namespace TypedTune.Learning;

/// <summary>A summary of a column of categories. Immutable.</summary>
public sealed class CategoryDescription
{
    internal CategoryDescription(string name, Categories values)
    {
        var counts = new int[values.Levels.Count];
        foreach (int code in values.Codes)
        {
            if (code >= 0)
                counts[code]++;
        }

        Name = name;
        Count = counts.Sum();
        Missing = values.RowCount - Count;
        Levels = [.. values.Levels.Select((level, code) => new CategoryCount(level, counts[code])).OrderByDescending(level => level.Count)];
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The rows that have a category.</summary>
    public int Count { get; }

    /// <summary>The rows that have none.</summary>
    public int Missing { get; }

    /// <summary>The categories, the most frequent first, those that do not occur included.</summary>
    public IReadOnlyList<CategoryCount> Levels { get; }
}
