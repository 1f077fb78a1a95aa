using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Emission;

/// <summary>Emits how a pipeline or a column transformer is planned, fitted and, in <see cref="FittedEmitter"/>, applied.</summary>
internal static class FlowEmitter
{
    public const string Learning = "global::TypedTune.Learning.";

    public static IEnumerable<string> Bases(TypeModel type, FlowModel flow)
    {
        var whole = flow.Signature;
        if (whole.Role == Role.Step)
        {
            if (whole.Input == SignatureParser.Numbers && whole.Output == SignatureParser.Numbers)
                yield return $"{Learning}ITransformer<{whole.Fitted}>";
            else if (whole.Input == SignatureParser.Categories && whole.Output == SignatureParser.Numbers)
                yield return $"{Learning}ICategoryEncoder<{whole.Fitted}>";
            else if (whole.Input == SignatureParser.Categories && whole.Output == SignatureParser.Categories)
                yield return $"{Learning}ICategoryTransformer<{whole.Fitted}>";
            yield return Composite(whole);
            yield break;
        }

        if (whole.Input == SignatureParser.Numbers)
        {
            yield return $"{Learning}I{(whole.Role == Role.Regressor ? "Regressor" : "Classifier")}<{type.FullName}, {whole.Fitted}>";
            yield return $"{Learning}ICompositePredictor<{whole.Fitted}>";
            if (whole.HasProbabilities)
                yield return $"{Learning}IProbabilisticClassification";
            if (whole.HasQuantiles)
                yield return $"{Learning}IQuantileRegression";
        }
        else
        {
            yield return $"{Learning}IEstimator<{type.FullName}, {whole.Input}, {whole.Fitted}>";
            yield return $"{Learning}I{(whole.HasProbabilities ? "Probabilistic" : whole.HasQuantiles ? "Quantile" : "")}{(whole.Role == Role.Regressor ? "Regression" : "Classification")}";
        }
    }

    public static void Emit(CodeWriter writer, ComponentModel component, FlowModel flow)
    {
        var (type, whole) = (component.Type, flow.Signature);
        if (whole.Role == Role.Step)
            EmitStep(writer, type, flow, whole);
        else if (whole.Input == SignatureParser.Numbers)
            EmitPredictor(writer, type, flow, whole);
        else
            EmitEstimator(writer, type, flow, whole);
        FittedEmitter.Emit(writer, component, flow);
    }

    // public Fitted Fit(FeatureMatrix input, FitContext? context = null) => PlannedFit.Fit<…>(this, input, context);
    // IFittedStep<…> IStep<…>.Fit(FeatureMatrix input, FitContext? context) => Fit(input, context); // where a base has another one
    // StepHandle<Fitted, FeatureMatrix> ICompositeStep<…>.Plan(IFitPlan plan, string path, DataHandle<FeatureMatrix> input)
    // {
    //     var step0 = plan.AddStep<…>(StepPath.Join(path, "Impute"), this.Impute, input);
    //     …
    //     return plan.Assemble<…>(this, new FitHandle[] { step0, … }, …, fits => new Fitted(this, fits.Of(step0), …));
    // }
    private static void EmitStep(CodeWriter writer, TypeModel type, FlowModel flow, Signature whole)
    {
        writer.Summary("Fits every step on the training rows; equal steps on equal inputs once.")
            .Line("/// <param name=\"input\">The training rows.</param>")
            .Line("/// <param name=\"context\">Threads and cancellation; default all processors.</param>")
            .Line($"/// <exception cref=\"{Learning}FitException\">A step failed; the message names it.</exception>").Unseen()
            .Line($"public {type.New("Fit")}{whole.Fitted} Fit({whole.Input} input, {Learning}FitContext? context = null) => {Learning}PlannedFit.Fit<{whole.Input}, {whole.Output}, {whole.Fitted}>(this, input, context);").Line();
        if (type.Hides.Contains("Fit"))
            writer.Unseen().Line($"{Learning}IFittedStep<{whole.Input}, {whole.Output}> {Learning}IStep<{whole.Input}, {whole.Output}>.Fit({whole.Input} input, {Learning}FitContext? context) => Fit(input, context);").Line();
        writer.Unseen().Open($"{Learning}StepHandle<{whole.Fitted}, {whole.Output}> {Composite(whole)}.Plan({Learning}IFitPlan plan, string path, {Learning}DataHandle<{whole.Input}> input)");
        string steps = EmitSteps(writer, flow);
        if (flow.IsColumnTransformer)
        {
            string branches = string.Join(", ", flow.Steps.Select((step, i) => $"({CodeWriter.Literal(step.Path)}, step{i})"));
            writer.Line($"return plan.Concatenate<{whole.Fitted}>(this, new (string, {Learning}DataHandle<{SignatureParser.Numbers}>)[] {{ {branches} }}, (names, fits) => new {whole.Fitted}(this, names, {FittedArguments(flow)}));");
        }
        else
        {
            writer.Line($"return plan.Assemble<{whole.Fitted}, {whole.Output}>(this, new {Learning}FitHandle[] {{ {steps} }}, step{flow.Steps.Count - 1}, fits => new {whole.Fitted}(this, {FittedArguments(flow)}));");
        }

        writer.Close().Line();
    }

    private static void EmitPredictor(CodeWriter writer, TypeModel type, FlowModel flow, Signature whole)
    {
        string target = whole.Role == Role.Regressor ? "double[]" : SignatureParser.LabelPredictions;
        string name = whole.Role == Role.Regressor ? "Regressor" : "Classifier";
        writer.Summary("Fits every step on the training rows.")
            .Line("/// <param name=\"features\">N × P.</param>")
            .Line("/// <param name=\"target\">N targets.</param>")
            .Line("/// <param name=\"context\">Threads and cancellation; default all processors.</param>")
            .Line($"/// <exception cref=\"{Learning}FitException\">A step failed; the message names it.</exception>").Unseen()
            .Line($"public {type.New("Fit")}{whole.Fitted} Fit({SignatureParser.Numbers} features, {target} target, {Learning}FitContext? context = null) => {Learning}PlannedFit.Fit<{whole.Fitted}>(this, features, {Learning}Targets.Of(target), context);").Line();
        if (type.Hides.Contains("Fit"))
            writer.Unseen().Line($"{Learning}IFitted{name} {Learning}I{name}.Fit({SignatureParser.Numbers} features, {target} target, {Learning}FitContext? context) => Fit(features, target, context);").Line();
        EmitPredictionPlan(writer, flow, whole, $"{Learning}ICompositePredictor<{whole.Fitted}>");
    }

    private static void EmitEstimator(CodeWriter writer, TypeModel type, FlowModel flow, Signature whole)
    {
        writer.Summary("Fits every step on the training rows.")
            .Line("/// <param name=\"data\">The training rows, with their target.</param>")
            .Line("/// <param name=\"context\">Threads and cancellation; default all processors.</param>")
            .Line($"/// <exception cref=\"{Learning}FitException\">A step failed; the message names it.</exception>").Unseen()
            .Line($"public {type.New("Fit")}{whole.Fitted} Fit({whole.Input} data, {Learning}FitContext? context = null) => {Learning}PlannedFit.Fit<{type.FullName}, {whole.Input}, {whole.Fitted}>(this, data, context);").Line();
        EmitPredictionPlan(writer, flow, whole, $"{Learning}IEstimator<{type.FullName}, {whole.Input}, {whole.Fitted}>");
    }

    private static void EmitPredictionPlan(CodeWriter writer, FlowModel flow, Signature whole, string contract)
    {
        writer.Unseen().Open($"{Learning}PredictionHandle<{whole.Fitted}> {contract}.Plan({Learning}IFitPlan plan, string path, {Learning}DataHandle<{whole.Input}> input)");
        string steps = EmitSteps(writer, flow);
        writer.Line($"return plan.Assemble<{whole.Fitted}>(this, new {Learning}FitHandle[] {{ {steps} }}, step{flow.Steps.Count - 1}, fits => new {whole.Fitted}(this, {FittedArguments(flow)}));");
        writer.Close().Line();
    }

    private static string EmitSteps(CodeWriter writer, FlowModel flow)
    {
        string input = "input";
        for (int i = 0; i < flow.Steps.Count; i++)
        {
            var step = flow.Steps[i];
            if (flow.IsColumnTransformer)
                input = $"plan.{Selector(step)}(input, {string.Join(", ", step.Columns)})";
            writer.Line($"{HandleOf(step.Signature)} step{i} = plan.Add{Adding(step.Signature)}({Learning}StepPath.Join(path, {CodeWriter.Literal(step.Path)}), this.{step.Name}, {input}{(IsAdjusted(flow, i) ? ", true" : "")});");
            input = $"step{i}";
        }

        return string.Join(", ", flow.Steps.Select((_, i) => $"step{i}"));
    }

    // A classifier whose probabilities the next step changes.
    private static bool IsAdjusted(FlowModel flow, int step) =>
        flow.Steps[step].Signature.Role == Role.Classifier && step + 1 < flow.Steps.Count && flow.Steps[step + 1].Signature.Role == Role.Adjustment;

    /// <summary>The method that selects a branch's columns.</summary>
    public static string Selector(StepModel branch) => branch.Signature.Input == SignatureParser.Numbers ? "Numbers" : "Categories";

    private static string Adding(Signature step) => step switch
    {
        { Role: Role.Step, IsOpen: true } => $"Step<{step.Input}, {step.Output}>",
        { Role: Role.Step } => $"Step<{step.Input}, {step.Output}, {step.Fitted}>",
        { IsOpen: true } => $"{step.Role}",
        _ => $"{step.Role}<{step.Fitted}>",
    };

    // Never var, as a user's type may have that name.
    private static string HandleOf(Signature step) => step.Role == Role.Step ? $"{Learning}StepHandle<{step.Fitted}, {step.Output}>" : $"{Learning}PredictionHandle<{step.Fitted}>";

    private static string FittedArguments(FlowModel flow) => string.Join(", ", flow.Steps.Select((_, i) => $"fits.Of(step{i})"));

    private static string Composite(Signature whole) => $"{Learning}ICompositeStep<{whole.Input}, {whole.Output}, {whole.Fitted}>";
}
