using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Vocabulary;

// Rules on use: spaces, searches, fits.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor OutsideBounds = Usage(
        "TT1001", "Value out of bounds", "{0} must be {1}, but is {2}");

    public static readonly DiagnosticDescriptor LowAboveHigh = Usage(
        "TT1002", "Low end above high end", "The low end {0} of the range is above its high end {1}; swap them");

    public static readonly DiagnosticDescriptor RepeatedValue = Usage(
        "TT1003", "Repeated value", "{0} is in this list already; a repeated value makes repeated candidates; take it out", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor BoundTwice = Usage(
        "TT1004", "Hyperparameter bound twice", "{0} is bound in both factors of a product; bind it in one of them, or join alternatives with '+'");

    public static readonly DiagnosticDescriptor TermsOverlap = Usage(
        "TT1005", "Terms overlap", "{0} of these {1} candidates repeat those of earlier terms; they are fitted once", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor DefaultSeed = Usage(
        "TT1006", "Default seed", "{0} draws from seed 0, as none is named; write 'Seed = …' to say which", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor DiscardedFit = Usage(
        "TT1007", "Discarded fit", "Fit does not change the {0} but returns what was learned, which is dropped here; keep it in a variable", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Leakage = Usage(
        "TT1008", "Leakage", "{0} is fitted on all of '{1}', from which rows are held back in this method, so that it learns from them; fit it on the training rows, or make it a step of a pipeline", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TwoOptions = Usage(
        "TT1009", "Two options of one choice", "{0} is {1} in one factor of a product and {2} in the other; join options with '+' before multiplying");

    public static readonly DiagnosticDescriptor UnfitMetric = Usage(
        "TT1010", "Metric that does not fit", "{0} cannot score {1}, which predicts {2}; take {3}");

    public static readonly DiagnosticDescriptor RangeInGridSearch = Usage(
        "TT1011", "Range in a grid search", "A GridSearch tries every point, but {0} is no list of points; list values by In(…), count a range by Steps(…), or take a RandomizedSearch");

    public static readonly DiagnosticDescriptor TextForAValue = Usage(
        "TT1012", "Text in place of a value", "{0} is no text; write {1}");

    public static readonly DiagnosticDescriptor NoScoring = Usage(
        "TT1013", "Search without a metric", "{0} does not say by which metric its candidates are ranked; write Scoring = {1}");

    public static readonly DiagnosticDescriptor OtherData = Usage(
        "TT1014", "Rows of another kind", "{0} learns from a {1}, but this is a {2}; {3}");

    public static readonly DiagnosticDescriptor UnfitSplitter = Usage(
        "TT1015", "Splitter that needs a role", "{0} needs {1}, but {2} has none; mark the column that holds them [{3}], or take another splitter");

    public static readonly DiagnosticDescriptor IgnoredRole = Usage(
        "TT1016", "Splitter that ignores a role", "{0} {1}, though {2} is a [{3}]; take {4}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor CandidateCount = Usage(
        "TT1101", "Number of candidates", "{0}", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ManyCandidates = Usage(
        "TT1102", "Many candidates", "{0} candidates are more than {1}; take a RandomizedSearch, or raise '{2}' in .editorconfig", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor StringKeys = Usage(
        "TT1201", "String keys", "These keys can be members: {0}", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor StringKeySearch = Usage(
        "TT1203", "String keys in a search", "{0}, not string keys; write {1}");

    public static readonly DiagnosticDescriptor UnknownStringKey = Usage(
        "TT1202", "Unknown string key", "'{0}' is no member of {1}{2}", DiagnosticSeverity.Info);
}
