namespace TypedTune.Learning;

/// <summary>A rough estimate of the work and memory of a fit.</summary>
/// <param name="Work">The work, at least 0, in visits of one value: about a nanosecond of one core. Ratios between configurations of one step matter most.</param>
/// <param name="OutputColumns">How many columns come out; null for as many as go in. Of no meaning for predictors.</param>
/// <param name="ModelBytes">How many bytes the fitted object holds while it is needed.</param>
public readonly record struct FitEstimate(double Work, int? OutputColumns = null, long ModelBytes = 0)
{
    /// <summary>The estimate for a step that gives none: one pass over the input, and an output of the same size.</summary>
    internal static FitEstimate Of(object step, InputSize input) =>
        step is IFitEstimate estimating ? estimating.EstimateFit(input) : new FitEstimate((double)input.Rows * Math.Max(1, input.Columns));
}
