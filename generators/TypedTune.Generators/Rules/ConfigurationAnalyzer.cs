using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports members by which a configuration is no value: what was fitted, what changes, what compares by reference.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.FittedMember, Descriptors.NotAValue];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!ComponentParser.HasSpace(type))
            return;

        // A struct is compared as a copy, which nobody else can change.
        bool isShared = type.IsReferenceType;

        // What is compared: nothing but what a type's own Equals says; else all of a record or struct, and of a class what can be set.
        bool bringsEquals = type.GetMembers(nameof(Equals)).Any(member => member is IMethodSymbol { IsStatic: false, IsImplicitlyDeclared: false } && !member.IsGenerated());
        bool comparesFields = !bringsEquals && (type.IsRecord || type.TypeKind == TypeKind.Struct);
        foreach (var member in type.GetMembers().Where(member => !member.IsStatic && !member.IsImplicitlyDeclared && !member.IsGenerated()))
        {
            string name = $"{type.Name}.{member.Name}";
            var location = member.Locations.FirstOrDefault(place => place.IsInSource) ?? Location.None;
            if (member is IFieldSymbol field)
            {
                if (!field.IsReadOnly && isShared)
                    Report(name, "is a field that can change", "make it a property with 'init', or readonly");
                else
                    CheckType(name, field.Type, isCompared: comparesFields);
            }
            else if (member is IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 } property && (property.SetMethod is not null || IsKept(property)))
            {
                if (type.IsRecord && isShared && property.SetMethod is { IsInitOnly: false })
                    Report(name, "can be set after it was compared", "use 'init'");
                else if (!property.IsTuned())
                    CheckType(name, property.Type, isCompared: property.SetMethod is null ? comparesFields : !bringsEquals);
            }

            void CheckType(string name, ITypeSymbol memberType, bool isCompared)
            {
                if (IsFitted(memberType) && !ComponentParser.IsFlow(type))
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.FittedMember, location, name));
                else if (isCompared && !ValueEquality.Compares(memberType))
                    Report(name, "compares by reference", "hold the value in a record, or override Equals of its type");
            }

            void Report(string name, string problem, string remedy) => context.ReportDiagnostic(Diagnostic.Create(Descriptors.NotAValue, location, name, problem, remedy));
        }
    }

    // Computed properties keep nothing.
    private static bool IsKept(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsFitted(ITypeSymbol type)
    {
        string[] contracts = [KnownNames.FittedStep, KnownNames.FittedRegressor, KnownNames.FittedClassifier];
        return contracts.Any(type.IsNamed)
            || type.AllInterfaces.Any(candidate => contracts.Any(candidate.IsNamed))
            || (type.Name == KnownNames.FittedType && type.ContainingType is { } configuration && ComponentParser.IsTunable(configuration));
    }
}
