using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>The generator and the analyzers, as a project in an editor refers to them.</summary>
internal sealed class OwnAnalyzers : AnalyzerReference
{
    // The workspace knows a generator by its instance.
    private static readonly ImmutableArray<ISourceGenerator> Generators = [new SpaceGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(OwnAnalyzers);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => Compiling.Analyzers;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => Compiling.Analyzers;

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => Generators;
}
