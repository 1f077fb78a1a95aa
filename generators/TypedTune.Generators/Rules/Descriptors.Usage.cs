using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Rules;

// Rules on use: spaces, searches, fits.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor OutsideBounds = Usage(
        "TT1001", "Value outside the declared bounds", "{0} must be {1}, but is {2}");
}
