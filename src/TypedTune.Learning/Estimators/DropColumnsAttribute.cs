namespace TypedTune.Learning;

/// <summary>
/// Names the columns that a column transformer leaves out on purpose, as <c>nameof(District.Households)</c>: no branch
/// needs to use them, and a <see cref="RemainderAttribute"/> does not take them. A column that is neither used nor named
/// here is reported.
/// </summary>
/// <param name="names">Properties of the row type.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DropColumnsAttribute(params string[] names) : Attribute
{
    /// <summary>Properties of the row type.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
