namespace TypedTune;

/// <summary>Reads the messages of exceptions that user code threw, which may throw themselves.</summary>
public static class ExceptionMessage
{
    // Those of compilers and of other libraries fill a screen or two.
    private const int Most = 4000;

    /// <summary>The exception's message, of which a very long one is shortened, or its type where the message cannot be read.</summary>
    /// <param name="exception">Any exception.</param>
    public static string From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        try
        {
            return Excerpt.From(exception.Message, Most, keepsLines: true);
        }
        catch (Exception thrown)
        {
            // Whatever the second one has to say is not asked for.
            return $"{exception.GetType()}, whose message could not be read since that threw {thrown.GetType()}";
        }
    }
}
