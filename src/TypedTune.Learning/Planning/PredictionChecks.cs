using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Refuses predictions that cannot be scored.</summary>
internal static class PredictionChecks
{
    /// <summary>Checks predictions.</summary>
    /// <param name="predictions">Numbers or labels.</param>
    /// <param name="rows">How many there should be.</param>
    /// <exception cref="InvalidOperationException">There are too few or too many, or one is missing or infinite.</exception>
    public static void Require(Targets predictions, int rows)
    {
        if (predictions.RowCount != rows)
            throw new InvalidOperationException($"it predicted {predictions.RowCount} rows of {rows}.");
        if (predictions.AreLabels)
            RequireLabels(predictions.Labels, rows);
        else
            RequireNumbers(predictions.Numbers, rows);
    }

    private static void RequireNumbers(double[] predictions, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            if (!double.IsFinite(predictions[row]))
                throw new InvalidOperationException($"it predicts {predictions[row].ToString(CultureInfo.InvariantCulture)} for row {row} of {rows}, which cannot be scored: a prediction must be a finite number.");
        }
    }

    private static void RequireLabels(Categories predictions, int rows)
    {
        int missing = predictions.Codes.IndexOf(-1);
        if (missing >= 0)
            throw new InvalidOperationException($"it predicts no label for row {missing} of {rows}.");
    }
}
