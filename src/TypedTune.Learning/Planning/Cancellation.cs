namespace TypedTune.Learning;

/// <summary>Tells failures from work that was broken off.</summary>
internal static class Cancellation
{
    /// <summary>Whether an exception says that the work was broken off.</summary>
    public static bool IsCause(Exception exception) =>
        exception is OperationCanceledException || exception is AggregateException { InnerExceptions: var inner } && inner.All(IsCause);
}
