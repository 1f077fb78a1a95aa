namespace TypedTune.Learning;

/// <summary>Refuses a configuration whose values are outside the bounds that its author declared.</summary>
internal static class DeclaredBounds
{
    /// <summary>Checks a configuration before it is fitted. A configuration without declared bounds passes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside; the message names it, its value and the bound.</exception>
    public static void Check(object configuration)
    {
        // Asked of the object and not of its type, as the generator adds the interface to a part that is not written here.
        if (configuration is ITunable tunable)
            tunable.Validate();
    }
}
