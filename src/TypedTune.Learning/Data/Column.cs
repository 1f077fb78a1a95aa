namespace TypedTune.Learning;

/// <summary>A column of a row type, as a value: what a string key is elsewhere. Made by the generator; immutable.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public abstract class Column<TRow>
{
    private protected Column(string name, int ordinal, bool isOptional, ColumnRole role, string? header)
    {
        Name = name;
        Ordinal = ordinal;
        IsOptional = isOptional;
        Role = role;
        Header = header;
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The column's place in the row type, from 0.</summary>
    public int Ordinal { get; }

    /// <summary>Whether a value may be missing: the property is nullable.</summary>
    public bool IsOptional { get; }

    /// <summary>What the column is for.</summary>
    public ColumnRole Role { get; }

    /// <summary>The header in a file, where it is not the property's name in one spelling or another.</summary>
    public string? Header { get; }

    /// <summary>The property's name.</summary>
    public override string ToString() => Name;
}
