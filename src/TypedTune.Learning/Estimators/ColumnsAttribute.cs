namespace TypedTune.Learning;

/// <summary>Names the columns that a branch works on, as <c>nameof(District.Latitude)</c>.</summary>
/// <param name="names">Properties of the row type, in the order in which the branch sees them.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnsAttribute(params string[] names) : Attribute
{
    /// <summary>Properties of the row type.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
