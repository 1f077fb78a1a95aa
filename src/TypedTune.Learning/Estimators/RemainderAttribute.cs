namespace TypedTune.Learning;

/// <summary>Marks the branch that works on every feature, of the kind it reads, that no other branch works on.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RemainderAttribute : Attribute;
