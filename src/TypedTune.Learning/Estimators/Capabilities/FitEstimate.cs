namespace TypedTune.Learning;

/// <summary>A rough estimate of the work and memory of a fit.</summary>
/// <param name="Work">The work, at least 0, in visits of one value: about a nanosecond of one core. Ratios between configurations of one step matter most.</param>
/// <param name="OutputColumns">How many columns come out; null for as many as go in. Of no meaning for predictors.</param>
/// <param name="ModelBytes">How many bytes the fitted object holds while it is needed.</param>
public readonly record struct FitEstimate(double Work, int? OutputColumns = null, long ModelBytes = 0)
{
    /// <summary>The estimate for a step that gives none: one pass over the input, and an output of the same size.</summary>
    /// <exception cref="InvalidOperationException">The step's own estimate is not finite, or negative.</exception>
    internal static FitEstimate Of(object step, InputSize input)
    {
        if (step is not IFitEstimate estimating)
            return new FitEstimate((double)input.Rows * Math.Max(1, input.Columns));
        var estimate = estimating.EstimateFit(input);
        return double.IsFinite(estimate.Work) && estimate.Work >= 0 && estimate.ModelBytes >= 0
            ? estimate
            : throw new InvalidOperationException($"{EstimatorName.For(step)} estimates its fit as {estimate}, but work and bytes must be finite and at least 0.");
    }
}
