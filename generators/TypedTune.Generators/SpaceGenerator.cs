using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators.Emission;
using TypedTune.Generators.Incrementality;
using TypedTune.Generators.Model;

namespace TypedTune.Generators;

/// <summary>Generates typed spaces, texts of configurations, pipelines, column transformers and rows. Wiring only: it parses, and emits what parsed.</summary>
/// <remarks>
/// Types are found by the names of attributes and kept by a <see cref="TypeReader"/> for each driver, not by ForAttributeWithMetadataName:
/// that binds every attribute and reads every type again at every key (see the benchmark).
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class SpaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var reader = new TypeReader();
        var types = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => TypeReader.IsCandidate(node),
                (match, cancellation) => reader.Read((TypeDeclarationSyntax)match.Node, match.SemanticModel, cancellation))
            .Where(static models => models is not null)
            .WithTrackingName(TrackingNames.Types);
        context.RegisterSourceOutput(types, static (output, models) => Emit(output, models!));
    }

    private static void Emit(SourceProductionContext output, TypeModels models)
    {
        if (models.Component is { } component)
            output.AddSource($"{component.Type.HintName}.g.cs", ComponentEmitter.Emit(component));
        if (models.Configuration is { } configuration)
            output.AddSource($"{configuration.Type.HintName}.g.cs", ConfigurationEmitter.EmitFile(configuration));
        if (models.Row is { } row)
            output.AddSource($"{row.Type.HintName}.g.cs", RowEmitter.Emit(row));
    }
}
