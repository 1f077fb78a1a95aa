using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Reports a hyperparameter that starts outside its bounds, and a choice that starts as none of its options.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DefaultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DefaultOutsideBounds, Descriptors.DefaultIsNoOption];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeProperty, OperationKind.PropertyInitializer);
        context.RegisterOperationAction(AnalyzeParameter, OperationKind.ParameterInitializer);
    }

    private static void AnalyzeProperty(OperationAnalysisContext context)
    {
        var initializer = (IPropertyInitializerOperation)context.Operation;
        if (initializer.InitializedProperties is [var property])
            Analyze(context, property, initializer.Value);
    }

    // A positional parameter's attributes may be those of the property that the compiler makes of it.
    private static void AnalyzeParameter(OperationAnalysisContext context)
    {
        var initializer = (IParameterInitializerOperation)context.Operation;
        if (initializer.Parameter.ContainingType is { IsRecord: true } type && type.GetMembers(initializer.Parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            Analyze(context, property, initializer.Value);
    }

    private static void Analyze(OperationAnalysisContext context, IPropertySymbol property, IOperation value)
    {
        string name = $"{property.ContainingType.Name}.{property.Name}";
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
            value = conversion.Operand;
        if (property.FindOneOf() is { AttributeClass.TypeArguments: var options })
        {
            if (value is IObjectCreationOperation { Type: { TypeKind: not TypeKind.Error } type } && !options.Contains(type, SymbolEqualityComparer.Default))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DefaultIsNoOption, value.Syntax.GetLocation(), name, type.Name));
        }
        else if (BoundsParser.ToKeep(property) is { } bounds
            && value.ConstantValue is { HasValue: true, Value: IConvertible and not string and not bool and not char } constant
            && Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture) is var number
            && !bounds.Contains(number))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DefaultOutsideBounds, value.Syntax.GetLocation(), Clamping.Properties(bounds, number, value.Type), name, bounds.Describe(), BoundsModel.Text(number)));
        }
    }
}
