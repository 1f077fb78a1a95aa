namespace TypedTune.Learning;

/// <summary>Says how a column is called in files, where that is not the property's name in one spelling or another.</summary>
/// <param name="header">The header, matched exactly.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string header) : Attribute
{
    /// <summary>The header in a file.</summary>
    public string Header { get; } = header;
}
