namespace TypedTune.Learning;

/// <summary>Checks the labels that metrics are given.</summary>
internal static class LabelChecks
{
    /// <summary>Refuses labels without rows, and numbers of predictions and targets that differ.</summary>
    public static void RequireSameLength(string metric, Categories truth, int predictions, string parameter)
    {
        if (truth.RowCount != predictions)
            throw new ArgumentException($"{metric} compares row by row, but there are {truth.RowCount} targets and {predictions} predictions.", parameter);
        if (truth.RowCount == 0)
            throw new ArgumentException($"{metric} needs at least one row.", nameof(truth));
    }

    /// <summary>Refuses a missing label.</summary>
    public static void RequireLabels(string metric, Categories labels, string what, string parameter)
    {
        int missing = labels.Codes.IndexOf(-1);
        if (missing >= 0)
            throw new ArgumentException($"{metric} needs a label a row, but the {what} in row {missing} is missing.", parameter);
    }
}
