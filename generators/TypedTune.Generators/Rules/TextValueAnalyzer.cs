using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Says what to write where a text stands for a hyperparameter's value, as "sqrt" for MaxFeatures.Sqrt. The compiler refuses it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TextValueAnalyzer : DiagnosticAnalyzer
{
    private const int MostMembers = 6;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.TextForAValue];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeConversion, OperationKind.Conversion);
        context.RegisterOperationAction(AnalyzeRefused, OperationKind.Invalid);
    }

    // new RandomForestRegressor { MaxFeatures = "sqrt" }
    private static void AnalyzeConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion is { Conversion.Exists: false, Operand: { ConstantValue: { HasValue: true, Value: string text } } value, Type: { } type }
            && conversion.Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } }
            && property.IsTuned())
        {
            Report(context, value.Syntax, text, property.Name, type);
        }
    }

    // p.RandomForest.MaxFeatures.In("sqrt")
    private static void AnalyzeRefused(OperationAnalysisContext context)
    {
        if (context.Operation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var parameter, Name.Identifier.ValueText: "In" or "Uniform" or "LogUniform" } }
            || context.Operation.SemanticModel is not { } semantics
            || semantics.GetTypeInfo(parameter, context.CancellationToken).Type is not { } type
            || !SpacePath.IsParameter(type)
            || RefusedCall.Read(context.Operation, context.CancellationToken) is not { } call)
        {
            return;
        }

        string name = parameter is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } ? member : parameter.ToString();
        foreach (var (expression, _) in call.Arguments)
        {
            if (semantics.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: string text })
                Report(context, expression, text, name, ValueOf(type));
        }
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode place, string text, string name, ITypeSymbol type) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.TextForAValue, place.GetLocation(), name, Meant(text, Bare(type))));

    private static string Meant(string text, ITypeSymbol type)
    {
        if (ParameterParser.IsNumber(type))
            return double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _) ? text : "a number";
        if (type.SpecialType == SpecialType.System_Boolean)
            return "true or false";
        string[] members = [.. type.GetMembers().Where(member => IsValue(member, type)).Select(member => member.Name)];
        return SimilarNames.Match(text, members) is { } match ? $"{type.Name}.{match}"
            : members.Length > 0 ? string.Join(" or ", members.Take(MostMembers).Select(member => $"{type.Name}.{member}"))
            : $"a {type.Shown()}";
    }

    private static bool IsValue(ISymbol member, ITypeSymbol type) => member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public }
        && (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.Type, type) || member is IPropertySymbol property && SymbolEqualityComparer.Default.Equals(property.Type, type));

    private static ITypeSymbol ValueOf(ITypeSymbol parameter)
    {
        var current = parameter;
        while (!current.IsNamed(KnownNames.Parameter))
            current = current.BaseType!;
        return ((INamedTypeSymbol)current).TypeArguments[1];
    }

    private static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
