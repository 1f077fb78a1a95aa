namespace TypedTune.Learning;

/// <summary>Sets the header of a column in files. Without it the header is the property's name, in any usual spelling.</summary>
/// <param name="header">The header, matched exactly.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string header) : Attribute
{
    /// <summary>The header in a file.</summary>
    public string Header { get; } = header;
}
