using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Vocabulary;

/// <summary>Every rule. Each has a page under <c>generators/rules</c>, a row in the release list and an analyzer, or is the generator's; tests hold all three. None has a link: the pages come with the package, and each message says what to do.</summary>
internal static partial class Descriptors
{
    // Why nothing is generated. The generator reports it itself: what a compiler misses of what would have been generated ends a
    // build before analyzers speak. Not configurable, by which the compiler ends there as well.
    private static DiagnosticDescriptor Generation(string id, string title, string message) =>
        new(id, title, message, "TypedTune.Declaration", DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    private static DiagnosticDescriptor Declaration(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, message, "TypedTune.Declaration", severity, isEnabledByDefault: true);

    private static DiagnosticDescriptor Usage(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, message, "TypedTune.Usage", severity, isEnabledByDefault: true);
}
