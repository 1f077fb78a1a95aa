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
        var type = property.ContainingType;
        bool isBranch = type.FindAttribute(KnownNames.ColumnTransformer) is not null;
        bool isColumn = type.FindAttribute(KnownNames.Row) is not null;
        foreach (var attribute in property.GetAttributes())
        {
            if (OfBranches.Any(attribute.AttributeClass.IsNamed) && !isBranch)
                Report(context, attribute, $"{type.Name} is no [ColumnTransformer]");
            else if (OfColumns.Any(attribute.AttributeClass.IsNamed) && !isColumn)
                Report(context, attribute, $"{type.Name} is no [Row]");
            else if (attribute.AttributeClass.IsNamed(KnownNames.Hyperparameter) && !property.IsPart())
                Report(context, attribute, $"{property.Name} is {(property.IsStatic ? "static" : property.IsIndexer ? "an indexer" : "had through an interface alone")}, and no part of a configuration");
            else if (attribute.AttributeClass.IsNamed(KnownNames.Hyperparameter) && type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
                Report(context, attribute, $"{type.Name} is no record, class or struct");
            else if (attribute.AttributeClass.IsNamed(KnownNames.Hyperparameter) && property.FindOneOf() is not null)
                Report(context, attribute, "[OneOf] makes a hyperparameter already");
            else if (attribute.AttributeClass.IsNamed(KnownNames.Remainder) && FirstRemainder(property) is { } first)
                Report(context, attribute, $"{first.Name} takes the remaining columns of this kind already");
        }
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
