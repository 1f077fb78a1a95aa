using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Emission;

/// <summary>Emits the fitted form of a pipeline or column transformer: a member a fitted step, concretely typed.</summary>
internal static class FittedEmitter
{
    // public sealed class Fitted : IFittedStep<FeatureMatrix, FeatureMatrix>
    // {
    //     public Pipeline Configuration { get; }
    //     public FittedSimpleImputer Impute { get; }
    //     public FeatureMatrix Transform(FeatureMatrix input) => Scale.Transform(Impute.Transform(input));
    // }
    public static void Emit(CodeWriter writer, ComponentModel component, FlowModel flow)
    {
        var (type, whole) = (component.Type, flow.Signature);
        writer.Summary($"What <c>{type.Name}</c> learned: a member for each fitted step. Immutable and thread safe.").Unseen()
            .Open($"public {type.New(KnownNames.FittedType)}sealed class {KnownNames.FittedType}{Bases(flow)}");
        EmitMembers(writer, type, flow);
        if (flow.IsColumnTransformer)
            EmitColumnTransform(writer, flow, whole);
        else if (whole.Role == Role.Step)
            EmitTransform(writer, flow, whole);
        else
            EmitPredict(writer, flow, whole);
        RowPredictionEmitter.Emit(writer, flow);
        PersistenceEmitter.Emit(writer, component, flow);
        writer.Close();
    }

    private static string Bases(FlowModel flow)
    {
        var whole = flow.Signature;
        var bases = new List<string>();
        if (whole.Role == Role.Step)
            bases.Add($"{FlowEmitter.Learning}IFittedStep<{whole.Input}, {whole.Output}>");
        else if (whole.Input == SignatureParser.Numbers)
            bases.Add(FlowEmitter.Learning + (whole.Role == Role.Regressor ? "IFittedRegressor" : whole.HasProbabilities ? "IFittedProbabilisticClassifier" : "IFittedClassifier"));
        if (whole.HasImportances)
            bases.Add($"{FlowEmitter.Learning}IFeatureImportances");
        if (RowPredictionEmitter.Interface(flow) is { } byRow)
            bases.Add(byRow);
        if (flow.WhyNotSaved.Length == 0)
            bases.Add(PersistenceEmitter.Interface(whole));
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    private static void EmitMembers(CodeWriter writer, TypeModel type, FlowModel flow)
    {
        string names = flow.IsColumnTransformer ? $", {FlowEmitter.Learning}FeatureNames names" : "";
        string parameters = string.Concat(flow.Steps.Select((step, i) => $", {step.Signature.Fitted} step{i}"));
        writer.Open($"internal {KnownNames.FittedType}({type.FullName} configuration{names}{parameters})");
        writer.Line("this.Configuration = configuration;");
        if (flow.IsColumnTransformer)
            writer.Line("this.FeatureNames = names;");
        for (int i = 0; i < flow.Steps.Count; i++)
            writer.Line($"this.{flow.Steps[i].Name} = step{i};");
        writer.Close().Line();
        writer.Summary("What was fitted.").Line($"public {type.FullName} Configuration {{ get; }}").Line();
        writer.Summary("What was fitted, in words.").Line("public override string ToString() => $\"fitted {this.Configuration}\";").Line();
        foreach (var step in flow.Steps)
            writer.Summary($"The fitted <c>{step.Path}</c>.").Line($"public {step.Signature.Fitted} {step.Name} {{ get; }}").Line();
    }

    private static void EmitColumnTransform(CodeWriter writer, FlowModel flow, Signature whole)
    {
        var parts = flow.Steps.Select(step => $"this.{step.Name}.Transform(input.{FlowEmitter.Selector(step)}({string.Join(", ", step.Columns)}))");
        writer.Line("/// <inheritdoc/>").Line($"public {FlowEmitter.Learning}FeatureNames FeatureNames {{ get; }}").Line();
        writer.Line("/// <inheritdoc/>").Line($"public {whole.Output} Transform({whole.Input} input) => {SignatureParser.Numbers}.Concatenate(this.FeatureNames, {string.Join(", ", parts)});");
    }

    private static void EmitTransform(CodeWriter writer, FlowModel flow, Signature whole)
    {
        writer.Line("/// <inheritdoc/>").Line($"public {FlowEmitter.Learning}FeatureNames FeatureNames => this.{flow.Steps[flow.Steps.Count - 1].Name}.FeatureNames;").Line();
        writer.Line("/// <inheritdoc/>").Line($"public {whole.Output} Transform({whole.Input} input) => {Through(flow.Steps, "input")};");
    }

    private static void EmitPredict(CodeWriter writer, FlowModel flow, Signature whole)
    {
        int predictor = flow.PredictorIndex;
        var last = flow.Steps[predictor];
        string input = Through(flow.Steps.Take(predictor), "rows");
        string predicted = predictor == flow.Steps.Count - 1
            ? $"this.{last.Name}.Predict({input}, context)"
            : $"this.{flow.Steps[flow.Steps.Count - 1].Name}.ChooseLabels(this.PredictProbabilities(rows, context))";
        string predictions = whole.Role == Role.Regressor ? "number" : "label";
        writer.Summary($"Predicts a {predictions} a row.")
            .Line("/// <param name=\"rows\">The rows to predict; their targets are not looked at.</param>")
            .Line("/// <param name=\"context\">Threads and cancellation; default all processors.</param>")
            .Line($"public {whole.Output} Predict({whole.Input} rows, {FlowEmitter.Learning}FitContext? context = null) => {predicted};");
        if (whole.HasProbabilities)
            EmitPredictProbabilities(writer, flow, whole, last, input);
        if (whole.HasImportances)
            writer.Line().Line("/// <inheritdoc/>").Line($"public {FlowEmitter.Learning}FeatureImportances FeatureImportances => this.{last.Name}.FeatureImportances;");
    }

    private static void EmitPredictProbabilities(CodeWriter writer, FlowModel flow, Signature whole, StepModel last, string input)
    {
        const string Fitted = FlowEmitter.Learning + "IFittedProbabilisticClassifier";

        // The options of a choice all tell probabilities; what a caller puts in their place may not.
        string model = last.Signature.IsOpen
            ? $"(this.{last.Name} as {Fitted} ?? throw new global::System.InvalidOperationException({CodeWriter.Literal($"The fitted {last.Path} tells no probabilities: it would have to be an IFittedProbabilisticClassifier.")}))"
            : $"this.{last.Name}";
        string probabilities = flow.Steps.Skip(flow.PredictorIndex + 1).Aggregate($"{model}.PredictProbabilities({input}, context)", (inner, step) => $"this.{step.Name}.AdjustProbabilities({inner})");
        writer.Line().Summary("Predicts the probability of each label.")
            .Line("/// <param name=\"rows\">The rows to predict; their targets are not looked at.</param>")
            .Line("/// <param name=\"context\">Threads and cancellation; default all processors.</param>")
            .Line("/// <returns>A row a row, a column a label, named after it; each row adds up to 1.</returns>")
            .Line($"public {SignatureParser.Numbers} PredictProbabilities({whole.Input} rows, {FlowEmitter.Learning}FitContext? context = null) => {probabilities};");
    }

    private static string Through(IEnumerable<StepModel> steps, string input) =>
        steps.Aggregate(input, (inner, step) => $"this.{step.Name}.Transform({inner})");
}
