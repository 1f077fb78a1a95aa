namespace TypedTune;

/// <summary>What to call an object of the user's in a message, whatever its <see cref="object.ToString"/> does.</summary>
internal static class ObjectText
{
    /// <summary>The object's text, or its type where the text cannot be read. Runs code of the user's: call it under no lock.</summary>
    public static string From(object value)
    {
        try
        {
            return value.ToString() ?? "";
        }
        catch (Exception)
        {
            return value.GetType().ToString();
        }
    }
}
