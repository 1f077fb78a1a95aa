using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.Benchmarks.Generators;

/// <summary>The least that a generator does which asks the compiler about one type alone, that of the key: its attributes are bound in the new compilation.</summary>
internal sealed class OneBoundType : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is RecordDeclarationSyntax,
            static (match, cancellation) => ((RecordDeclarationSyntax)match.Node).Identifier.ValueText is var name && name == LargeProject.EditedComponent
                ? $"{name}{match.SemanticModel.GetDeclaredSymbol((RecordDeclarationSyntax)match.Node, cancellation)!.GetMembers().SelectMany(member => member.GetAttributes()).Sum(attribute => attribute.NamedArguments.Length)}"
                : name),
        static (output, name) => output.AddSource($"LargeProject.{name}.g.cs", "// nothing"));
}
