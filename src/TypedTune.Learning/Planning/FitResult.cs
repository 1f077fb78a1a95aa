namespace TypedTune.Learning;

/// <summary>The result of a node that fits something.</summary>
/// <param name="fitted">The fitted object; null where it is not kept.</param>
internal abstract class FitResult(object? fitted)
{
    /// <summary>The fitted object; null where it is not kept.</summary>
    public object? Fitted { get; } = fitted;
}
