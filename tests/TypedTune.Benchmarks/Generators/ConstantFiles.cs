using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.Benchmarks.Generators;

/// <summary>The least that a generator of a file a type does: it looks at names alone, and every file holds the same.</summary>
internal sealed class ConstantFiles : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.CreateSyntaxProvider(static (node, _) => node is RecordDeclarationSyntax, static (match, _) => ((RecordDeclarationSyntax)match.Node).Identifier.ValueText),
        static (output, name) => output.AddSource($"LargeProject.{name}.g.cs", "// nothing"));
}
