using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Rules;

// Rules on use: spaces, searches, fits.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor OutsideBounds = Usage(
        "TT1001", "Value outside the declared bounds", "{0} must be {1}, but is {2}");

    public static readonly DiagnosticDescriptor BoundTwice = Usage(
        "TT1004", "Hyperparameter bound twice", "{0} is bound in both factors of a product; bind it in one of them, or join alternatives with '+'");

    public static readonly DiagnosticDescriptor TermsOverlap = Usage(
        "TT1005", "Terms overlap", "{0} of these {1} candidates repeat those of earlier terms; they are fitted once", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor TwoOptions = Usage(
        "TT1009", "Two options of one choice", "{0} is {1} in one factor of a product and {2} in the other; join options with '+' before multiplying");

    public static readonly DiagnosticDescriptor CandidateCount = Usage(
        "TT1101", "Number of candidates", "{0}", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ManyCandidates = Usage(
        "TT1102", "Many candidates", "{0} candidates are more than {1}; take a RandomizedSearch, or raise '{2}' in .editorconfig", DiagnosticSeverity.Warning);
}
