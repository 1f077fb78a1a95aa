using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads the steps of a pipeline or the branches of a column transformer, and checks that they fit.</summary>
internal static class FlowParser
{
    public static FlowModel? Parse(INamedTypeSymbol type, Failures failures)
    {
        bool isColumnTransformer = type.FindAttribute(KnownNames.ColumnTransformer) is not null;
        var properties = StepProperties(type);
        var steps = new List<StepModel>();
        foreach (var property in properties)
        {
            // What predicts from whole rows begins with a column transformer itself, and cannot be a step behind anything.
            if (SignatureParser.Parse(property, [type]) is { } signature && (signature.Role is Role.Step or Role.Adjustment || signature.Input == SignatureParser.Numbers))
                steps.Add(new StepModel(property.Name.Escaped(), property.Name, signature, default, new EquatableArray<string>(SignatureParser.FittedOptions(property))));
            else if (property.Type.TypeKind == TypeKind.Error)
                failures.AddOfTheCompiler();
            else
                failures.AddUnless([property.Type], Descriptors.NotAStep, Failures.PlaceOf(property), $"{type.Name}.{property.Name}", property.Type.Shown());
        }

        foreach (var (property, why) in LeftOut(type))
            failures.AddUnless([property.Type], Descriptors.StepThatIsLeftOut, Failures.PlaceOf(property), $"{type.Name}.{property.Name}", why);
        if (RowOf(type) is { } row && Visibility.Widest(row, type, Accessibility.Public) != "public")
            failures.AddUnless([.. properties.Take(1).Select(property => property.Type)], Descriptors.HiddenRow, Failures.PlaceOf(type), type.Name, row.Name);
        if (steps.Count < properties.Count || failures.Any)
            return null;
        if (steps.Count == 0)
        {
            failures.Add(Descriptors.NoSteps, type, type.Name);
            return null;
        }

        var whole = isColumnTransformer
            ? BranchParser.Parse(type, properties, steps, failures)
            : Chain(type, properties, steps, failures);
        return whole is null ? null : new FlowModel(isColumnTransformer, new EquatableArray<StepModel>(steps), whole, PersistenceParser.WhyNot(type) ?? "");
    }

    /// <summary>What a pipeline or column transformer does as a whole, as far as its steps are legal.</summary>
    public static Signature? SignatureOf(INamedTypeSymbol type, ImmutableStack<ITypeSymbol> inside)
    {
        string fitted = $"{type.FullName()}.{KnownNames.FittedType}";
        if (type.FindAttribute(KnownNames.ColumnTransformer) is { } attribute)
            return BranchParser.SignatureOf(attribute, fitted);
        var properties = StepProperties(type);
        if (properties.Count == 0)
            return null;
        return SignatureParser.Parse(properties[0], inside) is { } first && SignatureParser.Parse(PredictorOf(properties), inside) is { } last
            ? Whole(first, last, fitted)
            : null;
    }

    /// <summary>The properties of a pipeline or column transformer that are its steps, if their types are.</summary>
    public static List<IPropertySymbol> StepProperties(INamedTypeSymbol type) => [.. type.InstanceProperties().Where(IsStep)];

    /// <summary>The last step that is no adjustment of predictions.</summary>
    public static IPropertySymbol PredictorOf(IReadOnlyList<IPropertySymbol> steps) =>
        steps.LastOrDefault(step => !SignatureParser.Interfaces(step.Type).Any(candidate => candidate.IsNamed(KnownNames.Adjustment))) ?? steps[0];

    /// <summary>The predictor of a pipeline that begins with a column transformer, and the rows that it learns from; null where a type is no such pipeline.</summary>
    public static (IPropertySymbol Predictor, INamedTypeSymbol Row)? PredictorOnRows(INamedTypeSymbol type) =>
        type.FindAttribute(KnownNames.Pipeline) is not null
        && StepProperties(type) is { Count: > 1 } steps
        && BranchParser.RowOf(steps[0].Type as INamedTypeSymbol ?? type) is { } row
            ? (PredictorOf(steps), row)
            : null;

    /// <summary>Whether a property of a pipeline or column transformer is a step: annotated ones are settings of its own.</summary>
    public static bool IsStep(IPropertySymbol property) =>
        property.IsPart() && property.Setter() is not null && property.FindAttribute(KnownNames.Hyperparameter) is null;

    // Those with a field of their own; what is computed is another view of something. Where columns are declared, that these go nowhere is said of them.
    private static IEnumerable<(IPropertySymbol Property, string Why)> LeftOut(INamedTypeSymbol type) =>
        from property in type.GetMembers().OfType<IPropertySymbol>()
        where !property.IsImplicitlyDeclared && !property.IsTuned() && property.FindAttribute(KnownNames.Columns) is null && property.FindAttribute(KnownNames.Remainder) is null
            && type.GetMembers().Any(field => field is IFieldSymbol { AssociatedSymbol: { } of } && SymbolEqualityComparer.Default.Equals(of, property))
        let why = property.IsStatic ? "is static" : property.Setter() is null ? "cannot be set" : null
        where why is not null && SignatureParser.Parse(property, [type]) is not null
        select (property, why);

    // The rows that a pipeline or column transformer learns from; null where it is a matrix.
    private static ITypeSymbol? RowOf(INamedTypeSymbol type)
    {
        var seen = new List<ITypeSymbol>();
        for (ITypeSymbol? current = type; current is INamedTypeSymbol flow && ComponentParser.IsFlow(flow) && !SignatureParser.IsInsideItself(flow, seen); current = StepProperties(flow).FirstOrDefault()?.Type)
        {
            seen.Add(flow);
            if (BranchParser.RowOf(flow) is { } row)
                return row;
        }

        return null;
    }

    private static Signature? Chain(INamedTypeSymbol type, List<IPropertySymbol> properties, List<StepModel> steps, Failures failures)
    {
        for (int i = 1; i < steps.Count; i++)
        {
            var (before, after) = (steps[i - 1], steps[i]);
            if (after.Signature.Role == Role.Adjustment && before.Signature is { Role: Role.Adjustment } or { Role: Role.Classifier, HasProbabilities: true })
                continue;
            if (before.Signature.Role != Role.Step && after.Signature.Role != Role.Adjustment)
                failures.AddUnless([properties[i - 1].Type], Descriptors.PredictorBeforeEnd, Failures.PlaceOf(properties[i - 1]), $"{type.Name}.{before.Path}", after.Path);
            else if (before.Signature.Output != after.Signature.Input)
                failures.AddUnless([properties[i - 1].Type, properties[i].Type], Descriptors.StepsDoNotChain, Failures.PlaceOf(properties[i]), $"{type.Name}.{after.Path}", SignatureParser.Describe(after.Signature.Input), before.Path, Made(before.Signature));
        }

        if (steps[steps.Count - 1].Signature.Role != Role.Step && steps[0].Signature is { ReadsRows: false, Input: not SignatureParser.Numbers } first && (first.Role != Role.Adjustment || !failures.Any))
            failures.AddUnless([properties[0].Type], Descriptors.NoRowsToPredictFrom, Failures.PlaceOf(properties[0]), $"{type.Name}.{steps[0].Path}", SignatureParser.Describe(first.Input), steps[steps.Count - 1].Path);
        int predictor = steps.FindLastIndex(step => step.Signature.Role != Role.Adjustment);
        return failures.Any ? null : Whole(steps[0].Signature, steps[predictor].Signature, $"{TypeParser.OwnName(type)}.{KnownNames.FittedType}");
    }

    private static string Made(Signature step) => step.Role switch
    {
        Role.Classifier => "labels without probabilities",
        Role.Regressor => "numbers of a regression",
        _ => SignatureParser.Describe(step.Output),
    };

    private static Signature Whole(Signature first, Signature last, string fitted) =>
        new(last.Role, first.Input, last.Output, fitted, last.HasImportances, false, first.ReadsRows, last.HasProbabilities, last.HasQuantiles, first.RowType, first.LabelType);
}
