using System.Globalization;

namespace TypedTune;

/// <summary>One thing that the results of a study depend on, such as its seed or its data.</summary>
/// <param name="Name">What it is, as <c>seed</c>.</param>
/// <param name="Text">What it was, as a short text; for large things a fingerprint with what a person knows them by.</param>
public readonly record struct IdentityPart(string Name, string Text)
{
    /// <summary>A part whose text is written in the invariant culture, so that it is the same on every machine.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="write">Writes what it was, as the <see cref="object.ToString"/> of an object that says its options.</param>
    public static IdentityPart From(string name, Func<string?> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return new IdentityPart(name, write() ?? "");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
