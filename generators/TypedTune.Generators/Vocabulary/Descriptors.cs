using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Vocabulary;

/// <summary>Every rule. Each has a page under <c>generators/rules</c>, a row in the release list and an analyzer; tests hold all three.</summary>
internal static partial class Descriptors
{
    private const string Pages = "https://github.com/typedtune/typedtune/blob/main/generators/rules/";

    private static DiagnosticDescriptor Declaration(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, message, "TypedTune.Declaration", severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");

    private static DiagnosticDescriptor Usage(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, message, "TypedTune.Usage", severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
}
