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
    private static readonly string[] OfColumns = [KnownNames.Target, KnownNames.Column, KnownNames.IgnoreColumn];

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
                : !FlowParser.IsStep(property) ? $"{property.Name} is no branch, as it {(property.SetMethod is null ? "cannot be set" : property.IsStatic ? "is static" : "is a setting")}"
                : attribute.AttributeClass.IsNamed(KnownNames.Remainder) && FirstRemainder(property) is { } first ? $"{first.Name} takes the remaining columns of this kind already"
                : null;
        }

        if (OfColumns.Any(attribute.AttributeClass.IsNamed))
        {
            return type.FindAttribute(KnownNames.Row) is null ? $"{type.Name} is no [Row]"
                : attribute.AttributeClass.IsNamed(KnownNames.IgnoreColumn) || RowParser.IsColumn(property) ? null
                : property.FindAttribute(KnownNames.IgnoreColumn) is not null ? "[IgnoreColumn] leaves the property out"
                : $"{property.Name} is no column, which must be public and have a setter";
        }

        bool isHyperparameter = attribute.AttributeClass.IsNamed(KnownNames.Hyperparameter);
        return !isHyperparameter && !attribute.IsOneOf() ? null
            : property.IsStatic || property.IsIndexer ? $"{property.Name} is {(property.IsStatic ? "static" : "an indexer")}, and no part of a configuration"
            : isHyperparameter && property.FindOneOf() is not null ? "[OneOf] makes a hyperparameter already"
            : null;
    }

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
