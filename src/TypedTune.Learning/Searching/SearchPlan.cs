using System.Globalization;
using System.Text;

namespace TypedTune.Learning;

/// <summary>The fits that a search will make, counted before anything is fitted. Immutable.</summary>
/// <param name="Candidates">How many candidates the space proposes, repeats included; as far as they were looked at where <see cref="Budget.Trials"/> is reached.</param>
/// <param name="Distinct">How many of them are distinct by value, and within the budget.</param>
/// <param name="Evaluation">How each distinct candidate is scored.</param>
/// <param name="Folds">How often each distinct candidate is scored; 1 out of bag or with a holdout.</param>
/// <param name="Steps">How often each step is fitted, in the order in which the steps are first needed; the refit is not counted.</param>
public sealed record SearchPlan(int Candidates, int Distinct, IEvaluation Evaluation, int Folds, IReadOnlyList<StepFits> Steps)
{
    /// <summary>The distinct fits of all steps.</summary>
    public int TotalFits => Steps.Sum(step => step.Fits);

    /// <summary>The fits that are not made because candidates share them: by equal configurations on equal inputs, by repeats, and as submodels of one fit.</summary>
    public int SharedFits => Steps.Sum(step => step.NaiveFits) - TotalFits;

    /// <summary>The fits that are saved since one fit holds the submodels of several candidates: <see cref="ISubmodels{TTarget}"/>.</summary>
    public int SubmodelSavings => Steps.Sum(step => step.FitsWithoutSubmodels) - TotalFits;

    /// <summary>How many distinct candidates cannot be fitted at all; each will be a failed trial.</summary>
    public int Refused { get; init; }

    /// <summary>Why the first of the <see cref="Refused"/> candidates cannot be fitted; null if all can.</summary>
    public string? Refusal { get; init; }

    /// <summary>The most bytes that data between steps and models are expected to hold at once, the rows themselves apart.</summary>
    public long EstimatedPeakBytes { get; init; }

    /// <summary>How long the search is expected to take; null unless times of the steps were given, from a pilot or an earlier search.</summary>
    public TimeSpan? EstimatedTime { get; init; }

    /// <summary>The distinct fits of a step.</summary>
    /// <param name="step">The step's path, as <c>Preprocessing.Geo</c>.</param>
    /// <exception cref="ArgumentException">There is no such step; the message names those that there are.</exception>
    public int FitsOf(string step)
    {
        foreach (var fits in Steps)
        {
            if (fits.Step == step)
                return fits.Fits;
        }

        throw new ArgumentException($"The plan has no step {step}; its steps are {Excerpt.FromList(Steps.Select(fits => fits.Step))}.", nameof(step));
    }

    /// <summary>The plan as lines of text: the counts, then each step, then what is expected.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{Candidates} candidates, {Distinct} distinct, {Evaluation}");
        if (Refused > 0)
            text.AppendLine($"{Refused} of them cannot be fitted; the first: {Refusal}");
        int width = Steps.Count == 0 ? 0 : Steps.Max(step => step.Step.Length);
        foreach (var step in Steps)
            text.AppendLine($"  {step.Step.PadRight(width)}  {step.Fits,5} {(step.Fits == 1 ? "fit" : "fits")}{Saving(step)}");
        string time = EstimatedTime is { } expected ? $", about {expected.TotalSeconds.ToString("G2", CultureInfo.InvariantCulture)} s" : "";
        text.AppendLine($"about {(EstimatedPeakBytes / (1024.0 * 1024)).ToString("F1", CultureInfo.InvariantCulture)} MB at once{time}");
        return text.ToString();
    }

    private static string Saving(StepFits step)
    {
        if (step.Fits == step.NaiveFits)
            return "";
        return step.Fits < step.FitsWithoutSubmodels
            ? $" instead of {step.NaiveFits}, {step.FitsWithoutSubmodels} without submodels"
            : $" instead of {step.NaiveFits}";
    }
}
