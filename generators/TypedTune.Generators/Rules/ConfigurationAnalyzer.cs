using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports members by which a configuration is no value: what was fitted, what changes, what compares by reference, what has no text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.FittedMember, Descriptors.NotAValue, Descriptors.NoText];

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
        if (!ComponentParser.HasSpace(type) && !ConfigurationParser.IsMarked(type))
            return;

        // A struct is compared as a copy, which nobody else can change.
        bool isShared = type.IsReferenceType;

        // What is compared: nothing but what a type's own Equals says; else all of a record or struct, and of a class what can be set.
        bool bringsEquals = type.GetMembers(nameof(Equals)).Any(member => member is IMethodSymbol { IsStatic: false, IsImplicitlyDeclared: false } && !member.IsGenerated());
        var reported = new HashSet<string>();
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
                {
                    reported.Add(name);
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.FittedMember, location, name));
                }
                else if (isCompared && !ValueEquality.Compares(memberType))
                    Report(name, "compares by reference", "hold the value in a record, or override Equals of its type");
            }

            void Report(string name, string problem, string remedy)
            {
                reported.Add(name);
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.NotAValue, location, name, problem, remedy));
            }
        }

        AnalyzeTexts(context, type, reported);
    }

    // What is said to be no value need not be said to have no text; and types that nothing is generated for have none at all.
    private static void AnalyzeTexts(SymbolAnalysisContext context, INamedTypeSymbol type, HashSet<string> reported)
    {
        var problems = new List<Diagnostic>();
        foreach (var property in ConfigurationParser.Properties(type))
        {
            string name = $"{property.ContainingType.Name}.{property.Name}";
            bool isOwn = SymbolEqualityComparer.Default.Equals(property.ContainingType, type);
            if ((isOwn || !property.IsSeenFrom(type)) && !reported.Contains(name) && TextParser.Of(type, property).Problem is { Length: > 0 } problem)
                problems.Add(Diagnostic.Create(Descriptors.NoText, (isOwn ? property : (ISymbol)type).Locations.FirstOrDefault(place => place.IsInSource) ?? Location.None, name, type.Name, problem));
        }

        if (problems.Count > 0 && (!ComponentParser.HasSpace(type) || ComponentParser.Parse(type).Failures.IsEmpty))
            problems.ForEach(context.ReportDiagnostic);
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
