using System.Text;

namespace TypedTune.Learning;

/// <summary>What a search will fit, known before anything is fitted. Immutable.</summary>
/// <param name="Candidates">How many candidates the space proposes, repeats included.</param>
/// <param name="Distinct">How many of them are distinct by value.</param>
/// <param name="Evaluation">How each distinct candidate is scored.</param>
/// <param name="Steps">How often each step is fitted, in the order in which the steps are first needed; the refit is not counted.</param>
public sealed record SearchPlan(int Candidates, int Distinct, IEvaluation Evaluation, IReadOnlyList<StepFits> Steps)
{
    /// <summary>How often each distinct candidate is scored; 1 out of bag or with a holdout.</summary>
    public int Folds => Evaluation.FoldCount;

    /// <summary>The distinct fits of all steps.</summary>
    public int TotalFits => Steps.Sum(step => step.Fits);

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

        throw new ArgumentException($"The plan has no step {step}; its steps are {string.Join(", ", Steps.Select(fits => fits.Step))}.", nameof(step));
    }

    /// <summary>The plan as lines of text: the counts, then each step.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{Candidates} candidates, {Distinct} distinct, {Evaluation}");
        int width = Steps.Count == 0 ? 0 : Steps.Max(step => step.Step.Length);
        foreach (var step in Steps)
            text.AppendLine($"  {step.Step.PadRight(width)}  {step.Fits,5} fits{(step.Fits < step.NaiveFits ? $" instead of {step.NaiveFits}" : "")}");
        return text.ToString();
    }
}
