namespace TypedTune.Generators.Model;

internal enum Role
{
    /// <summary>From data to data.</summary>
    Step,

    /// <summary>Predicts numbers.</summary>
    Regressor,

    /// <summary>Predicts labels.</summary>
    Classifier,

    /// <summary>Changes the predictions of a classifier.</summary>
    Adjustment,
}

/// <summary>What a step reads, makes and becomes when fitted.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Input">What it reads, fully qualified.</param>
/// <param name="Output">What it makes, fully qualified; for predictors the predictions' type.</param>
/// <param name="Fitted">The fitted type, fully qualified.</param>
/// <param name="HasImportances">Whether the fitted type knows its features' importances.</param>
/// <param name="IsOpen">Whether the property's type is an interface, so that the fitted type is one too.</param>
/// <param name="ReadsRows">Whether what it reads can be split into folds.</param>
/// <param name="HasProbabilities">Whether the fitted type tells the probability of each label; of a choice, whether those of all options do.</param>
/// <param name="HasQuantiles">Whether the fitted type predicts quantiles; of a choice, whether those of all options do.</param>
/// <param name="RowType">The row type of the table that it reads, fully qualified; empty where it reads another thing.</param>
/// <param name="LabelType">The enum of that row type's target, fully qualified; empty where the target is of another type.</param>
internal sealed record Signature(
    Role Role,
    string Input,
    string Output,
    string Fitted,
    bool HasImportances,
    bool IsOpen,
    bool ReadsRows = false,
    bool HasProbabilities = false,
    bool HasQuantiles = false,
    string RowType = "",
    string LabelType = "");

/// <summary>A step of a pipeline, or a branch of a column transformer.</summary>
/// <param name="Name">The property's name, escaped.</param>
/// <param name="Path">The property's name as text.</param>
/// <param name="Signature">What it does.</param>
/// <param name="Columns">A branch's columns, as expressions.</param>
/// <param name="FittedOptions">Of a choice, the fitted types that it may become, fully qualified.</param>
internal sealed record StepModel(string Name, string Path, Signature Signature, EquatableArray<string> Columns, EquatableArray<string> FittedOptions);

/// <summary>A pipeline, whose steps follow each other, or a column transformer, whose branches stand side by side.</summary>
/// <param name="IsColumnTransformer">Which of the two.</param>
/// <param name="Steps">The steps or branches, in order.</param>
/// <param name="Signature">What the whole does.</param>
/// <param name="WhyNotSaved">Why the fitted whole cannot be saved; empty where it can.</param>
internal sealed record FlowModel(bool IsColumnTransformer, EquatableArray<StepModel> Steps, Signature Signature, string WhyNotSaved)
{
    /// <summary>The place of the predictor, behind which adjustments of its predictions may stand; of the last step where nothing is predicted.</summary>
    public int PredictorIndex
    {
        get
        {
            int index = Steps.Count - 1;
            while (index > 0 && Steps[index].Signature.Role == Role.Adjustment)
                index--;
            return index;
        }
    }
}
