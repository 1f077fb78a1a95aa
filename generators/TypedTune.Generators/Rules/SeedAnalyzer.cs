using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Informs of a configuration that draws at random from the default seed, where a search will use it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeedAnalyzer : DiagnosticAnalyzer
{
    private const string Seed = "Seed";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DefaultSeed];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not INamedTypeSymbol type || !IsDrawn(type) || creation.Arguments.Length > 0 && !type.IsNamed(KnownNames.RandomizedSearch))
            return;
        bool isSeeded = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: Seed }) == true;
        if (!isSeeded && (type.IsNamed(KnownNames.RandomizedSearch) || IsSearched(creation)))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DefaultSeed, creation.Syntax.GetLocation(), type.Name));
    }

    private static bool IsDrawn(INamedTypeSymbol type) =>
        HasSeed(type) && (type.IsNamed(KnownNames.RandomizedSearch) || Contracts.IsStep(type) || Contracts.IsPredictor(type) || ComponentParser.IsTunable(type));

    // A base may hold what several estimators have in common.
    private static bool HasSeed(INamedTypeSymbol type) =>
        type.GetMembers(Seed).Any(member => member is IPropertySymbol { SetMethod: not null, Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt64 })
        || (type.BaseType is { } parent && HasSeed(parent));

    // In the defaults of a pipeline or of a tuned part, or among what a space is told to try or to start from.
    private static bool IsSearched(IOperation creation)
    {
        for (var current = creation.Parent; current is not null; current = current.Parent)
        {
            if (current is IPropertyInitializerOperation { InitializedProperties: [var property, ..] })
                return ComponentParser.IsFlow(property.ContainingType) || property.IsTuned();
            if (current is IInvocationOperation { TargetMethod: { Name: "In" or "SpaceFrom" } method })
                return Grids.SpacePath.IsParameter(method.ContainingType) || method.ReturnType.Name == KnownNames.HyperparametersType;
        }

        return false;
    }
}
