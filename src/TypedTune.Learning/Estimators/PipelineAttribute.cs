namespace TypedTune.Learning;

/// <summary>
/// Makes a <c>partial</c> record a pipeline: its steps are its properties, in the order of their declaration, each fed
/// with the output of the one before. The last may be a regressor or a classifier.
/// </summary>
/// <remarks>The generator adds <c>Fit</c>, the nested type <c>Fitted</c> with a member a step, and <c>Space</c>.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PipelineAttribute : Attribute;
