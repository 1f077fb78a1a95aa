namespace TypedTune.Learning;

/// <summary>Keeps a property of a row type from being a column.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IgnoreColumnAttribute : Attribute;
