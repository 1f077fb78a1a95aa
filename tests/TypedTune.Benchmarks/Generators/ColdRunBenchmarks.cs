using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using TypedTune.Generators;

namespace TypedTune.Benchmarks.Generators;

/// <summary>The first run over 1,000 components, as in every build, beside binding their attributes alone.</summary>
public class ColdRunBenchmarks
{
    private LargeProject _project = null!;

    [IterationSetup]
    public void Parse() => _project = new LargeProject(components: 1000);

    [Benchmark(Baseline = true)]
    public GeneratorDriver BoundAttributes() => LargeProject.Driver(new BoundAttributes()).RunGenerators(_project.Compilation);

    [Benchmark]
    public GeneratorDriver SpaceGenerator() => LargeProject.Driver(new SpaceGenerator()).RunGenerators(_project.Compilation);
}
