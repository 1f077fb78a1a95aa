using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators.Emission;
using TypedTune.Generators.Incrementality;

namespace TypedTune.Generators;

/// <summary>Generates typed spaces, pipelines, column transformers and rows. Wiring only: it parses, and emits what parsed.</summary>
/// <remarks>
/// Types are found by the names of attributes and kept by <see cref="TypeReader"/>, not by ForAttributeWithMetadataName:
/// that binds every attribute again at every key, 100 ms and more with 1,000 components (see the benchmark).
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class SpaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var types = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => TypeReader.IsCandidate(node),
                static (match, cancellation) => TypeReader.Read((TypeDeclarationSyntax)match.Node, match.SemanticModel, cancellation))
            .Where(static models => models is not null)
            .WithTrackingName(TrackingNames.Types);
        context.RegisterSourceOutput(
            types.Select(static (models, _) => models!.Component).Where(static model => model is not null).WithTrackingName(TrackingNames.Components),
            static (output, model) => output.AddSource($"{model!.Type.HintName}.g.cs", ComponentEmitter.Emit(model)));
        context.RegisterSourceOutput(
            types.Select(static (models, _) => models!.Row).Where(static model => model is not null).WithTrackingName(TrackingNames.Rows),
            static (output, model) => output.AddSource($"{model!.Type.HintName}.g.cs", RowEmitter.Emit(model)));
    }
}
