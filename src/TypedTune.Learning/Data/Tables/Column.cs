namespace TypedTune.Learning;

/// <summary>A column of a row type, as a typed value in place of a string key. Made by the generator; immutable.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public abstract class Column<TRow>
{
    private protected Column(string name, int ordinal)
    {
        Name = name;
        Ordinal = ordinal;
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The column's place in the row type, from 0.</summary>
    public int Ordinal { get; }

    /// <summary>Whether a value may be missing: the property is nullable. Default: false.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The role of the column. Default: <see cref="ColumnRole.Feature"/>.</summary>
    public ColumnRole Role { get; init; } = ColumnRole.Feature;

    /// <summary>Whether stratified splitters keep the proportions of its values, which changes nothing of its <see cref="Role"/>. Default: false.</summary>
    public bool IsStratum { get; init; }

    /// <summary>The header in a file; null, the default, where it is the property's name in one spelling or another.</summary>
    public string? Header { get; init; }

    /// <summary>The property's name.</summary>
    public override string ToString() => Name;

    // Of targets nobody asks before they are learned from: rows that are to be predicted have none.
    private protected bool MayBeMissing => IsOptional || Role == ColumnRole.Target;

    private protected ArgumentException Missing(string what) =>
        new($"{Name} is {what}, but the property is not nullable, so that no value may be missing. Give it a value, or make the property nullable.", "row");
}
