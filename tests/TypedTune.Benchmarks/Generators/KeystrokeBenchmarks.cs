using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTune.Generators;

namespace TypedTune.Benchmarks.Generators;

/// <summary>What one key costs in a project of 1,000 components, beside the least that other designs cost on the same project.</summary>
[MemoryDiagnoser]
public class KeystrokeBenchmarks
{
    private readonly LargeProject _project = new(components: 1000);
    private GeneratorDriver _ready = null!;
    private CSharpCompilation _edited = null!;

    [Params("SpaceGenerator", "BoundAttributes", "OneBoundType", "ConstantFiles")]
    public string Generator { get; set; } = "";

    [GlobalSetup]
    public void Run() => _ready = LargeProject.Driver(Generator switch
    {
        "SpaceGenerator" => new SpaceGenerator(),
        "BoundAttributes" => new BoundAttributes(),
        "OneBoundType" => new OneBoundType(),
        _ => new ConstantFiles(),
    }).RunGenerators(_project.Compilation);

    [IterationSetup(Target = nameof(UnrelatedKeystroke))]
    public void EditUnrelated() => _edited = _project.WithUnrelatedKeystroke();

    [IterationSetup(Target = nameof(ComponentKeystroke))]
    public void EditComponent() => _edited = _project.WithComponentKeystroke();

    [Benchmark]
    public GeneratorDriver UnrelatedKeystroke() => _ready.RunGenerators(_edited);

    [Benchmark]
    public GeneratorDriver ComponentKeystroke() => _ready.RunGenerators(_edited);
}
