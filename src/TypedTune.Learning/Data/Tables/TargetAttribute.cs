namespace TypedTune.Learning;

/// <summary>Marks the column that is to be predicted: a number for regressions, a category for classifications.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TargetAttribute : Attribute;
