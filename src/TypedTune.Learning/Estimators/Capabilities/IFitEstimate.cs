namespace TypedTune.Learning;

/// <summary>
/// A step or predictor that estimates the work and memory of its fit beforehand. Plans and the order of the work depend on it; without it a fit counts
/// as one pass over its input, with an output of the same size. Optional, and never part of a result.
/// </summary>
public interface IFitEstimate
{
    /// <summary>Estimates a fit, and the application of what was fitted to as many rows. Must be quick, and must not throw where the configuration is legal.</summary>
    /// <param name="input">How large the input is.</param>
    FitEstimate EstimateFit(InputSize input);
}
