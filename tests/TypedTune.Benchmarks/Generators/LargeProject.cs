using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTune.Generators;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Generators;

/// <summary>A user's project with many components, a file each, and a file that has nothing to do with them.</summary>
internal sealed class LargeProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    private readonly SyntaxTree[] _components;
    private readonly SyntaxTree _unrelated;
    private int _edits;

    public LargeProject(int components)
    {
        _components = [.. Enumerable.Range(0, components).Select(i => Parse(Component(i, edit: 0), $"Component{i}.cs"))];
        _unrelated = Parse(Unrelated(0), "Unrelated.cs");
        ImmutableArray<MetadataReference> references =
        [
            .. Basic.Reference.Assemblies.Net100.References.All,
            MetadataReference.CreateFromFile(typeof(Grid<>).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(Table<>).Assembly.Location),
        ];
        Compilation = CSharpCompilation.Create(
            "LargeProject",
            [.. _components, _unrelated],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _ = Compilation.GetSpecialType(SpecialType.System_Object);
    }

    /// <summary>The component that keys are typed into, in the middle of them.</summary>
    public const string EditedComponent = "Component500";

    public CSharpCompilation Compilation { get; }

    public static GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: ParseOptions);

    /// <summary>The project after one more key in a method that no component sees.</summary>
    public CSharpCompilation WithUnrelatedKeystroke() =>
        Compilation.ReplaceSyntaxTree(_unrelated, Parse(Unrelated(++_edits), _unrelated.FilePath));

    /// <summary>The project after one more key in the bound of a component in its middle.</summary>
    public CSharpCompilation WithComponentKeystroke()
    {
        int edited = Array.FindIndex(_components, component => component.FilePath == $"{EditedComponent}.cs");
        return Compilation.ReplaceSyntaxTree(_components[edited], Parse(Component(edited, ++_edits), _components[edited].FilePath));
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private static string Unrelated(int edit) => $$"""
        namespace LargeProject;

        public static class Unrelated
        {
            public static int Sum(int[] numbers)
            {
                int sum = {{edit}};
                foreach (int number in numbers)
                    sum += number;
                return sum;
            }
        }
        """;

    // Every tenth component is made of the two before it.
    private static string Component(int i, int edit) => i % 10 == 9
        ? $$"""
          using TypedTune;

          namespace LargeProject;

          public sealed partial record Component{{i}}
          {
              [Hyperparameter] public Component{{i - 1}} First { get; init; } = new();
              [Hyperparameter] public Component{{i - 2}} Second { get; init; } = new();
          }
          """
        : $$"""
          using TypedTune;

          namespace LargeProject;

          public sealed partial record Component{{i}}
          {
              /// <summary>How many.</summary>
              [Hyperparameter(Min = 1, Max = {{1000 + edit}})] public int Size { get; init; } = 8;
              [Hyperparameter(Min = 0, MinExclusive = true, Scale = Scale.Log)] public double Rate { get; init; } = 1.0;
              [Hyperparameter] public bool Flag { get; init; }
              [Hyperparameter] public Kind{{i}} Kind { get; init; }
              public int Seed { get; init; }
          }

          public enum Kind{{i}} { One, Two, Three }
          """;
}
