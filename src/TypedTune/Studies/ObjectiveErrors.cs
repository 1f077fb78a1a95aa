namespace TypedTune;

/// <summary>The errors with which an objective's trials fail, synchronous or not.</summary>
internal static class ObjectiveErrors
{
    /// <summary>The objective returned not-a-number.</summary>
    public static InvalidOperationException NotANumber() => new("The objective is not a number.");

    /// <summary>The objective took longer than it may.</summary>
    /// <param name="limit">How long an evaluation may take.</param>
    /// <param name="exception">What the objective threw when it was told to end.</param>
    public static TimeoutException OutOfTime(TimeSpan? limit, Exception exception) =>
        new($"The trial was ended after its time limit of {limit}. Allow more time in Study.TrialTimeout.", exception);
}
