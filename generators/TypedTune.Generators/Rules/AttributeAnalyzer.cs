using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports an attribute that nothing reads where it stands.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributeAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] OfBranches = [KnownNames.Columns, KnownNames.Remainder];
    private static readonly string[] OfColumns = [KnownNames.Target, KnownNames.Group, KnownNames.Weight, KnownNames.Time, KnownNames.Stratum, KnownNames.Column, KnownNames.IgnoreColumn];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NoEffect];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeProperty, SymbolKind.Property);
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeProperty(SymbolAnalysisContext context)
    {
        var property = (IPropertySymbol)context.Symbol;
        foreach (var attribute in property.GetAttributes())
        {
            if (Problem(property, attribute) is { } problem)
                Report(context, attribute, problem);
        }
    }

    private static string? Problem(IPropertySymbol property, AttributeData attribute)
    {
        var type = property.ContainingType;
        if (OfBranches.Any(attribute.AttributeClass.IsNamed))
        {
            return type.FindAttribute(KnownNames.ColumnTransformer) is null ? $"{type.Name} is no [ColumnTransformer]"
                : !FlowParser.IsStep(property) ? WhyNoBranch(property)
                : attribute.AttributeClass.IsNamed(KnownNames.Remainder) && FirstRemainder(property) is { } first ? $"{first.Name} takes the remaining columns of this kind already"
                : null;
        }

        if (OfColumns.Any(attribute.AttributeClass.IsNamed))
        {
            return type.FindAttribute(KnownNames.Row) is null ? $"{type.Name} is no [Row]"
                : attribute.AttributeClass.IsNamed(KnownNames.IgnoreColumn) || RowParser.IsColumn(property) || RowParser.IsComputed(property) ? null
                : property.FindAttribute(KnownNames.IgnoreColumn) is not null ? "[IgnoreColumn] leaves the property out"
                : property.IsRefused() ? Refused(property)
                : $"{property.Name} is no column, which must be public and have a setter";
        }

        if (attribute.AttributeClass.IsNamed(KnownNames.AddedIn))
            return WhyNoneIsOlder(type, attribute);

        bool isHyperparameter = attribute.AttributeClass.IsNamed(KnownNames.Hyperparameter);
        return !isHyperparameter && !attribute.IsOneOf() ? null
            : WhyNoPart(property) is { } reason ? reason
            : isHyperparameter && property.FindOneOf() is not null ? "[OneOf] makes a hyperparameter already"
            : null;
    }

    // Of an abstract base, each type that extends it says which versions it reads.
    private static string? WhyNoneIsOlder(INamedTypeSymbol type, AttributeData attribute) =>
        type.IsAbstract || attribute.ConstructorArguments is not [{ Value: int version }] ? null
        : ConfigurationParser.VersionsOf(type) is var (newest, oldest) && (version <= oldest || version > newest) ? $"{type.Name} is read from version {oldest} to {newest}; set Version and OldestVersion in its [Configuration]"
        : !TypeParser.CanBeDefault(type) ? $"{type.Name} has no parameterless constructor, which would say the value that older texts mean"
        : null;

    private static string? WhyNoBranch(IPropertySymbol property) =>
        property.IsStatic ? $"{property.Name} is no branch, as it is static"
        : property.Setter() is null ? $"{property.Name} is no branch, as it cannot be set"
        : property.FindAttribute(KnownNames.Hyperparameter) is not null ? $"{property.Name} is no branch, as it is a setting"
        : WhyNoPart(property);

    private static string? WhyNoPart(IPropertySymbol property) => property switch
    {
        { ContainingType.TypeKind: TypeKind.Interface } => $"{property.ContainingType.Name} is an interface; write it on the property of each type that implements it",
        { IsStatic: true } => $"{property.Name} is static, and no part of a configuration",
        { IsIndexer: true } => "an indexer is no part of a configuration",
        { ExplicitInterfaceImplementations.Length: > 0 } => "what implements an interface explicitly cannot be set by a search",
        _ when property.IsRefused() => Refused(property),
        _ => null,
    };

    private static string Refused(IPropertySymbol property) => $"every use of {property.Name} is an error, as its [Obsolete] says";

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        if (context.Symbol.FindAttribute(KnownNames.DropColumns) is { } attribute && context.Symbol.FindAttribute(KnownNames.ColumnTransformer) is null)
            Report(context, attribute, $"{context.Symbol.Name} is no [ColumnTransformer]");
    }

    // An earlier branch that reads the same kind of columns.
    private static IPropertySymbol? FirstRemainder(IPropertySymbol property) => property.ContainingType.InstanceProperties()
        .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, property))
        .FirstOrDefault(other => other.FindAttribute(KnownNames.Remainder) is not null
            && SignatureParser.Parse(other.Type)?.Input is { } input
            && input == SignatureParser.Parse(property.Type)?.Input);

    private static void Report(SymbolAnalysisContext context, AttributeData attribute, string reason)
    {
        string name = attribute.AttributeClass!.Name;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoEffect, attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? Location.None, name.Substring(0, name.Length - "Attribute".Length), reason));
    }
}
