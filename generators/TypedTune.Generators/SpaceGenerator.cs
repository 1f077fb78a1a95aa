using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators.Emission;
using TypedTune.Generators.Incrementality;
using TypedTune.Generators.Model;

namespace TypedTune.Generators;

/// <summary>Generates typed spaces, texts of configurations, pipelines, column transformers and rows. Wiring only: it parses, emits what parsed, and reports why the rest did not.</summary>
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

        // Places of failures move with every key, so that no model holds them: the few types that fail are read again for them.
        var failing = types.Where(static models => models!.Failing is not null).Combine(context.CompilationProvider);
        context.RegisterSourceOutput(failing, (output, type) => Report(output, reader.Report(type.Right, type.Left!.Failing!)));
        var old = types.Where(static models => models!.IsTooOld).Collect().Combine(context.ParseOptionsProvider);
        context.RegisterSourceOutput(old, static (output, found) => ReportLanguage(output, found.Left.Length, found.Right));
    }

    private static void Report(SourceProductionContext output, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic);
    }

    private static void ReportLanguage(SourceProductionContext output, int types, ParseOptions options)
    {
        if (types > 0 && options is CSharpParseOptions { LanguageVersion: var version })
            output.ReportDiagnostic(Diagnostic.Create(Descriptors.OldLanguage, Location.None, version.ToDisplayString(), TypeReader.OldestLanguage.ToDisplayString()));
    }

    private static void Emit(SourceProductionContext output, TypeModels models)
    {
        if (models.Component is { } component)
            output.AddSource($"{component.Type.HintName}.g.cs", ComponentEmitter.Emit(component));
        if (models.Configuration is { } configuration)
            output.AddSource($"{configuration.Type.HintName}.g.cs", ConfigurationEmitter.EmitFile(configuration));
        if (models.Row is { } row)
            output.AddSource($"{row.Type.HintName}.g.cs", RowEmitter.Emit(row));
        if (models.Stub is { } stub)
            output.AddSource($"{stub.Type.HintName}.g.cs", StubEmitter.Emit(stub));
    }
}
