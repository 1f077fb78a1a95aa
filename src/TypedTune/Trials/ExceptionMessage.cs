namespace TypedTune;

/// <summary>Reads the messages of exceptions that user code threw, which may throw themselves.</summary>
public static class ExceptionMessage
{
    /// <summary>The exception's message, or its type where the message cannot be read.</summary>
    /// <param name="exception">Any exception.</param>
    public static string From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        try
        {
            return exception.Message ?? "";
        }
        catch (Exception thrown)
        {
            // Whatever the second one has to say is not asked for.
            return $"{exception.GetType()}, whose message could not be read since that threw {thrown.GetType()}";
        }
    }
}
