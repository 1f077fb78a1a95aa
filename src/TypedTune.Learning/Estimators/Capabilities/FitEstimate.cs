namespace TypedTune.Learning;

/// <summary>What a fit will take, roughly.</summary>
/// <param name="Work">The work, at least 0, in visits of one value: about a nanosecond of one core. Ratios between configurations of one step matter most.</param>
/// <param name="OutputColumns">How many columns come out; null for as many as go in. Of no meaning for predictors.</param>
/// <param name="ModelBytes">How many bytes the fitted object holds while it is needed.</param>
public readonly record struct FitEstimate(double Work, int? OutputColumns = null, long ModelBytes = 0)
{
    /// <summary>Any step that does not tell: one pass over the input, an output as large.</summary>
    internal static FitEstimate Of(object step, InputSize input) =>
        step is IFitEstimate estimating ? estimating.EstimateFit(input) : new FitEstimate((double)input.Rows * Math.Max(1, input.Columns));
}
