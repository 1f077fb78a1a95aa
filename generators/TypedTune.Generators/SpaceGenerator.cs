using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators.Emission;
using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators;

/// <summary>Generates typed spaces, pipelines, column transformers and rows. Wiring only: it parses, and emits what parsed.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SpaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, KnownNames.Hyperparameter, TrackingNames.Components, IsMember, MemberComponent, ComponentEmitter.Emit, model => model.Type);
        for (int arity = KnownNames.SmallestOneOf; arity <= KnownNames.LargestOneOf; arity++)
            Register(context, $"{KnownNames.OneOf}`{arity}", TrackingNames.Choices, IsMember, MemberComponent, ComponentEmitter.Emit, model => model.Type);
        Register(context, KnownNames.Pipeline, TrackingNames.Pipelines, IsType, symbol => ComponentParser.Parse((INamedTypeSymbol)symbol).Model, ComponentEmitter.Emit, model => model.Type);
        Register(context, KnownNames.ColumnTransformer, TrackingNames.ColumnTransformers, IsType, symbol => ComponentParser.Parse((INamedTypeSymbol)symbol).Model, ComponentEmitter.Emit, model => model.Type);
        Register(context, KnownNames.Row, TrackingNames.Rows, IsType, symbol => RowParser.Parse((INamedTypeSymbol)symbol).Model, RowEmitter.Emit, model => model.Type);
    }

    private static bool IsMember(SyntaxNode node) => node is PropertyDeclarationSyntax or ParameterSyntax;

    private static bool IsType(SyntaxNode node) => node is TypeDeclarationSyntax;

    // A type is found once for each of its annotated members; the first one speaks for it.
    private static ComponentModel? MemberComponent(ISymbol member) =>
        member.ContainingType is { } type
        && !ComponentParser.IsFlow(type)
        && SymbolEqualityComparer.Default.Equals(type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(SymbolExtensions.IsTuned), member)
            ? ComponentParser.Parse(type).Model
            : null;

    private static void Register<TModel>(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        string trackingName,
        Func<SyntaxNode, bool> predicate,
        Func<ISymbol, TModel?> parse,
        Func<TModel, string> emit,
        Func<TModel, TypeModel> typeOf)
        where TModel : class, IEquatable<TModel>
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, (node, _) => predicate(node), (match, _) => parse(match.TargetSymbol))
            .Where(model => model is not null)
            .WithTrackingName(trackingName);
        context.RegisterSourceOutput(models, (output, model) => output.AddSource($"{typeOf(model!).HintName}.g.cs", emit(model!)));
    }
}
