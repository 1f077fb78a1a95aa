using System.Globalization;

namespace TypedTune.Learning;

/// <summary>The targets of regressors.</summary>
internal sealed class NumberTargets : TargetKind<double[]>
{
    public static NumberTargets Instance { get; } = new();

    public override double[] Of(Targets targets) => targets.Numbers;

    public override Targets Predictions(double[] predictions, int rows, string name)
    {
        RequireRows(predictions.Length, rows);
        for (int row = 0; row < predictions.Length; row++)
        {
            if (!double.IsFinite(predictions[row]))
                throw new InvalidOperationException($"it predicts {predictions[row].ToString(CultureInfo.InvariantCulture)} for row {row} of {rows}, which is no number to be scored.");
        }

        return Targets.Of(predictions, name);
    }
}
