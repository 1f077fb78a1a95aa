using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Emission;

/// <summary>Emits how a fitted pipeline or column transformer takes one row through its steps, without matrices and without garbage.</summary>
internal static class RowPredictionEmitter
{
    private const string Learning = "global::TypedTune.Learning.";
    private const string Prediction = Learning + "RowPrediction";
    private const string Numbers = "global::System.Span<double>";
    private const string Texts = "global::System.Span<string?>";
    private const string NumberRow = "global::System.ReadOnlySpan<double>";
    private const string TextRow = "global::System.ReadOnlySpan<string?>";

    /// <summary>The interface of what maps or predicts single rows; null where it cannot, or where methods of its own do.</summary>
    public static string? Interface(FlowModel flow)
    {
        var whole = flow.Signature;
        if (!CanTakeRows(flow))
            return null;
        return whole switch
        {
            { Role: Role.Step, RowType.Length: > 0 } => $"{Learning}IFittedRowFeatures<{whole.RowType}>",
            { Role: Role.Step } => $"{Learning}IFittedRowStep<{ValueOf(whole.Input)}, {ValueOf(whole.Output)}>",
            { RowType.Length: > 0 } => null,
            { Role: Role.Regressor } => $"{Learning}IFittedRowRegressor",
            _ => $"{Learning}IFittedRow{(whole.HasProbabilities ? "Probabilistic" : "")}Classifier",
        };
    }

    public static void Emit(CodeWriter writer, FlowModel flow)
    {
        var whole = flow.Signature;
        if (!CanTakeRows(flow))
            return;
        if (flow.IsColumnTransformer)
            EmitBranches(writer, flow);
        else if (whole.Role == Role.Step)
            EmitStep(writer, flow);
        else if (whole.RowType.Length == 0)
            EmitPredictor(writer, flow);
        else
            EmitEstimator(writer, flow);
    }

    // Rows of other things than numbers and categories are known to their own steps alone.
    private static bool CanTakeRows(FlowModel flow) => flow.IsColumnTransformer || flow.Steps.All(step =>
        step.Signature.Role == Role.Adjustment
        || (step.Signature.RowType.Length > 0 ? step.Signature.Output == SignatureParser.Numbers : IsKnown(step.Signature.Input))
        && (step.Signature.Role != Role.Step || IsKnown(step.Signature.Output)));

    private static bool IsKnown(string data) => data is SignatureParser.Numbers or SignatureParser.Categories;

    private static string ValueOf(string data) => data == SignatureParser.Numbers ? "double" : "string?";

    // void IFittedRowFeatures<District>.TransformRow(District row, Span<double> output)
    // {
    //     int at = 0;
    //     int width0 = this.Geo.FeatureNames.Count;
    //     ReadOnlySpan<double> row0 = [District.Columns.Latitude.Of(row), …];
    //     RowPrediction.Transform(this.Geo, row0, _names0, output.Slice(at, width0));
    //     at += width0;
    // }
    private static void EmitBranches(CodeWriter writer, FlowModel flow)
    {
        for (int i = 0; i < flow.Steps.Count; i++)
            writer.Line().Line($"private static readonly {Learning}FeatureNames _names{i} = new {Learning}FeatureNames({string.Join(", ", flow.Steps[i].Columns.Select(column => $"{column}.Name"))});");
        writer.Line().Open($"void {Interface(flow)}.TransformRow({flow.Signature.RowType} row, {Numbers} output)").Line("int at = 0;");
        for (int i = 0; i < flow.Steps.Count; i++)
        {
            var branch = flow.Steps[i];
            string type = branch.Signature.Input == SignatureParser.Numbers ? NumberRow : TextRow;
            writer.Line($"int width{i} = this.{branch.Name}.FeatureNames.Count;")
                .Line($"{type} row{i} = [{string.Join(", ", branch.Columns.Select(column => $"{column}.Of(row)"))}];")
                .Line($"{Prediction}.Transform(this.{branch.Name}, row{i}, _names{i}, output.Slice(at, width{i}));")
                .Line($"at += width{i};");
        }

        writer.Close();
    }

    private static void EmitStep(CodeWriter writer, FlowModel flow)
    {
        var whole = flow.Signature;
        string parameters = whole.RowType.Length > 0
            ? $"{whole.RowType} row, {Numbers} output"
            : $"{(whole.Input == SignatureParser.Numbers ? NumberRow : TextRow)} row, {Learning}FeatureNames names, {(whole.Output == SignatureParser.Numbers ? Numbers : Texts)} output";
        writer.Line().Open($"void {Interface(flow)}.TransformRow({parameters})");
        EmitSteps(writer, flow.Steps, "output");
        EmitReturns(writer, flow.Steps.Take(flow.Steps.Count - 1));
        writer.Close();
    }

    private static void EmitPredictor(CodeWriter writer, FlowModel flow)
    {
        bool isRegressor = flow.Signature.Role == Role.Regressor;
        EmitPrediction(writer, flow, $"public {(isRegressor ? "double" : "string")} PredictRow({NumberRow} row, {Learning}FeatureNames names)", "Predict", "", "/// <inheritdoc/>");
        if (flow.Signature.HasProbabilities)
            EmitPrediction(writer, flow, $"public {Learning}LabelProbabilities PredictRowProbabilities({NumberRow} row, {Learning}FeatureNames names)", "PredictProbabilities", "", "/// <inheritdoc/>");
    }

    private static void EmitEstimator(CodeWriter writer, FlowModel flow)
    {
        var whole = flow.Signature;
        bool isRegressor = whole.Role == Role.Regressor;
        string result = isRegressor ? "double" : whole.LabelType.Length > 0 ? whole.LabelType : "string";
        string parse = !isRegressor && whole.LabelType.Length > 0 ? $"global::System.Enum.Parse<{whole.LabelType}>" : "";
        EmitPrediction(
            writer,
            flow,
            $"public {result} Predict({whole.RowType} row)",
            "Predict",
            parse,
            $"/// <summary>Predicts the {(isRegressor ? "number" : "label")} of one row, without making a table of it: the same bits.</summary>",
            "/// <param name=\"row\">The row; its target is not looked at.</param>");
        if (whole.HasProbabilities)
        {
            EmitPrediction(
                writer,
                flow,
                $"public {Learning}LabelProbabilities PredictProbabilities({whole.RowType} row)",
                "PredictProbabilities",
                "",
                "/// <summary>Predicts the probability of each label of one row, without making a table of it: the same bits.</summary>",
                "/// <param name=\"row\">The row; its target is not looked at.</param>");
        }
    }

    private static void EmitPrediction(CodeWriter writer, FlowModel flow, string head, string method, string parse, params string[] documentation)
    {
        writer.Line();
        foreach (string line in documentation)
            writer.Line(line);
        writer.Open(head);
        var steps = flow.Steps.Take(flow.PredictorIndex).ToList();
        var (row, names) = EmitSteps(writer, steps, null);
        string prediction = Adjusted(flow, method, $"(this.{flow.Steps[flow.PredictorIndex].Name}, {row}, {names})");
        prediction = parse.Length == 0 ? prediction : $"{parse}({prediction})";
        if (!steps.Any(step => step.Signature.Output == SignatureParser.Categories))
        {
            writer.Line($"return {prediction};").Close();
            return;
        }

        writer.Line($"{head.Split(' ')[1]} predicted = {prediction};");
        EmitReturns(writer, steps);
        writer.Line("return predicted;").Close();
    }

    private static string Adjusted(FlowModel flow, string method, string arguments)
    {
        var adjustments = flow.Steps.Skip(flow.PredictorIndex + 1).ToArray();
        if (adjustments.Length == 0)
            return $"{Prediction}.{method}{arguments}";
        string probabilities = adjustments.Aggregate($"{Prediction}.PredictProbabilities{arguments}", (inner, step) => $"{Prediction}.Adjust(this.{step.Name}, {inner})");
        return method == "Predict" ? $"{Prediction}.ChooseLabel(this.{adjustments[adjustments.Length - 1].Name}, {probabilities})" : probabilities;
    }

    // The row behind the last step, and its columns.
    private static (string Row, string Names) EmitSteps(CodeWriter writer, IReadOnlyList<StepModel> steps, string? output)
    {
        var (row, names) = ("row", "names");
        for (int i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            string to = output is not null && i == steps.Count - 1 ? output : $"row{i}";
            string width = $"this.{step.Name}.FeatureNames.Count";
            if (to != output && step.Signature.Output == SignatureParser.Numbers)
                writer.Line($"{Numbers} row{i} = {width} <= {Prediction}.OnStack ? stackalloc double[{width}] : new double[{width}];");
            else if (to != output)
                writer.Line($"string?[] texts{i} = {Prediction}.RentTexts({width});").Line($"{Texts} row{i} = global::System.MemoryExtensions.AsSpan(texts{i}, 0, {width});");
            writer.Line(step.Signature.RowType.Length > 0
                ? $"{Prediction}.TransformRow<{step.Signature.RowType}>(this.{step.Name}, {row}, {to});"
                : $"{Prediction}.Transform(this.{step.Name}, {row}, {names}, {to});");
            (row, names) = (to, $"this.{step.Name}.FeatureNames");
        }

        return (row, names);
    }

    private static void EmitReturns(CodeWriter writer, IEnumerable<StepModel> steps)
    {
        int i = 0;
        foreach (var step in steps)
        {
            if (step.Signature.Output == SignatureParser.Categories)
                writer.Line($"{Prediction}.ReturnTexts(texts{i});");
            i++;
        }
    }
}
