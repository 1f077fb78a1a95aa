namespace TypedTune.Learning;

/// <summary>Distinguishes failures from work that was cancelled.</summary>
internal static class Cancellation
{
    /// <summary>Whether an exception means that the work was cancelled.</summary>
    public static bool IsCause(Exception exception) =>
        exception is OperationCanceledException || exception is AggregateException { InnerExceptions: var inner } && inner.All(IsCause);
}
