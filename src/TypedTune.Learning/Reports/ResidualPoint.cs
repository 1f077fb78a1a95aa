namespace TypedTune.Learning;

/// <summary>A row as it is and as it was predicted.</summary>
/// <param name="Truth">The target.</param>
/// <param name="Prediction">The prediction.</param>
public readonly record struct ResidualPoint(double Truth, double Prediction)
{
    /// <summary>The target less the prediction.</summary>
    public double Residual => Truth - Prediction;
}
