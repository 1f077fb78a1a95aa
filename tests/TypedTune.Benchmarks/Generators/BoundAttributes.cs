using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.Benchmarks.Generators;

/// <summary>The least that a generator found through ForAttributeWithMetadataName does: its attributes are bound, and nothing is made of them.</summary>
internal sealed class BoundAttributes : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName("TypedTune.HyperparameterAttribute", static (node, _) => node is PropertyDeclarationSyntax, static (_, _) => 0),
        static (_, _) => { });
}
