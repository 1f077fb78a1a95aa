using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads what a step reads, makes and becomes, from its interfaces or, for generated pipelines, from its steps.</summary>
internal static class SignatureParser
{
    public const string Numbers = "global::TypedTune.Learning.FeatureMatrix";
    public const string Categories = "global::TypedTune.Learning.CategoryMatrix";
    public const string NumberPredictions = "double[]";
    public const string LabelPredictions = "global::TypedTune.Learning.Categories";

    // What an adjustment reads: the probabilities that a classifier predicts, which are no data of a pipeline.
    private const string Probabilities = "probabilities";

    /// <summary>Reads a type's signature; null if it is no step.</summary>
    /// <param name="type">The type.</param>
    /// <param name="inside">The pipelines that are being read: one inside itself is no step, nor is a generic one inside which it only grows.</param>
    public static Signature? Parse(ITypeSymbol type, ImmutableStack<ITypeSymbol>? inside = null)
    {
        inside ??= [];
        if (IsInsideItself(type, inside))
            return null;
        if (type is INamedTypeSymbol flow && ComponentParser.IsFlow(flow))
            return FlowParser.SignatureOf(flow, inside.Push(type));

        IEnumerable<INamedTypeSymbol> interfaces = Interfaces(type);
        INamedTypeSymbol? Find(string name) => interfaces.FirstOrDefault(candidate => candidate.IsNamed(name));

        if (Find(KnownNames.TypedRegressor) is { } regressor)
            return Predictor(Role.Regressor, NumberPredictions, regressor.TypeArguments[0]);
        if (Find(KnownNames.Regressor) is not null)
            return new Signature(Role.Regressor, Numbers, NumberPredictions, "global::TypedTune.Learning.IFittedRegressor", false, true, HasQuantiles: Find(KnownNames.QuantileRegression) is not null);
        if (Find(KnownNames.TypedClassifier) is { } classifier)
            return Predictor(Role.Classifier, LabelPredictions, classifier.TypeArguments[0]);
        if (Find(KnownNames.Classifier) is not null)
            return new Signature(Role.Classifier, Numbers, LabelPredictions, "global::TypedTune.Learning.IFittedClassifier", false, true, HasProbabilities: Find(KnownNames.ProbabilisticClassification) is not null);
        if (Find(KnownNames.Adjustment) is { } adjustment)
            return new Signature(Role.Adjustment, Probabilities, LabelPredictions, adjustment.TypeArguments[0].FullName(), false, false, HasProbabilities: true);
        if (Find(KnownNames.TypedStep) is { } typed)
            return Step(typed.TypeArguments[0], typed.TypeArguments[1], typed.TypeArguments[2].FullName(), isOpen: false);
        if (Find(KnownNames.Step) is { } open)
        {
            var (input, output) = (open.TypeArguments[0], open.TypeArguments[1]);
            return Step(input, output, $"global::TypedTune.Learning.IFittedStep<{input.FullName()}, {output.FullName()}>", isOpen: true);
        }

        return null;
    }

    /// <summary>Whether a type is one that is being read, or a generic one inside which it only grows, so that reading it would not end.</summary>
    /// <param name="type">The type.</param>
    /// <param name="inside">The types that are being read.</param>
    public static bool IsInsideItself(ITypeSymbol type, IEnumerable<ITypeSymbol> inside) =>
        inside.Any(outer => SymbolEqualityComparer.Default.Equals(outer.OriginalDefinition, type.OriginalDefinition) && Size(outer) <= Size(type));

    /// <summary>Reads the signature of a step of a pipeline; of a choice, what all its options can do.</summary>
    /// <param name="step">The property.</param>
    /// <param name="inside">The pipelines that are being read.</param>
    public static Signature? Parse(IPropertySymbol step, ImmutableStack<ITypeSymbol> inside)
    {
        var signature = Parse(step.Type, inside);
        return signature is { Role: not Role.Step, IsOpen: true } && step.FindOneOf() is { } choice
            ? signature with
            {
                HasProbabilities = choice.AttributeClass!.TypeArguments.All(option => Parse(option, inside) is { HasProbabilities: true }),
                HasQuantiles = choice.AttributeClass!.TypeArguments.All(option => Parse(option, inside) is { HasQuantiles: true }),
            }
            : signature;
    }

    /// <summary>A data type as a person calls it.</summary>
    public static string Describe(string type) => type switch
    {
        Numbers => "numbers",
        Categories => "categories",
        _ when type.StartsWith("global::TypedTune.Learning.Table<", StringComparison.Ordinal) => "whole rows",
        _ => type.Replace("global::", ""),
    };

    /// <summary>The fitted types of a step that is a choice, fully qualified; empty where the step is of one type.</summary>
    public static IEnumerable<string> FittedOptions(IPropertySymbol step) =>
        Parse(step.Type) is { IsOpen: true } && step.FindOneOf() is { AttributeClass.TypeArguments: var options }
            ? options.Select(option => Parse(option)?.Fitted).OfType<string>().Distinct()
            : [];

    /// <summary>The fitted type of a step that says it; null of one that leaves it open.</summary>
    public static ITypeSymbol? FittedOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol flow && ComponentParser.IsFlow(flow))
            return flow.GetTypeMembers(KnownNames.FittedType).FirstOrDefault();
        var typed = Interfaces(type).FirstOrDefault(candidate => candidate.IsNamed(KnownNames.TypedRegressor) || candidate.IsNamed(KnownNames.TypedClassifier) || candidate.IsNamed(KnownNames.Adjustment) || candidate.IsNamed(KnownNames.TypedStep));
        return typed?.TypeArguments[typed.TypeArguments.Length - 1];
    }

    /// <summary>The interfaces of a type, itself included where it is one; of a type parameter those of its constraints.</summary>
    public static IEnumerable<INamedTypeSymbol> Interfaces(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.SelectMany(Interfaces),
        INamedTypeSymbol { TypeKind: TypeKind.Interface } self => type.AllInterfaces.Prepend(self),
        _ => type.AllInterfaces,
    };

    private static Signature Step(ITypeSymbol input, ITypeSymbol output, string fitted, bool isOpen)
    {
        var row = input.IsNamed(KnownNames.Table) ? ((INamedTypeSymbol)input).TypeArguments[0] : null;
        return new Signature(Role.Step, input.FullName(), output.FullName(), fitted, false, isOpen, IsDataset(input), RowType: row?.FullName() ?? "", LabelType: row is INamedTypeSymbol known ? BranchParser.LabelTypeOf(known) : "");
    }

    private static bool IsDataset(ITypeSymbol data) => data.AllInterfaces.Any(candidate => candidate.IsNamed(KnownNames.Dataset));

    private static int Size(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => 1 + named.TypeArguments.Sum(Size) + (named.ContainingType is { } outer ? Size(outer) : 0),
        IArrayTypeSymbol array => 1 + Size(array.ElementType),
        _ => 1,
    };

    private static Signature Predictor(Role role, string predictions, ITypeSymbol fitted) => new(
        role,
        Numbers,
        predictions,
        fitted.FullName(),
        fitted.AllInterfaces.Any(candidate => candidate.IsNamed(KnownNames.FeatureImportances)),
        false,
        HasProbabilities: role == Role.Classifier && Interfaces(fitted).Any(candidate => candidate.IsNamed(KnownNames.FittedProbabilisticClassifier)),
        HasQuantiles: role == Role.Regressor && Interfaces(fitted).Any(candidate => candidate.IsNamed(KnownNames.FittedQuantileRegressor)));
}
