namespace TypedTune;

/// <summary>An observer or progress listener that threw, after which it was told nothing more.</summary>
/// <param name="Observer">The observer, as its text or type.</param>
/// <param name="Error">What it threw.</param>
public sealed record ObserverError(string Observer, Exception Error)
{
    /// <summary>The observer and the message of the exception.</summary>
    public override string ToString() => $"{Observer} threw: {ExceptionMessage.From(Error)}";
}
