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

    /// <summary>Finds the column of a label's probabilities.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those that there are.</exception>
    public static int RequireColumn(FeatureMatrix probabilities, string label, string parameter)
    {
        int column = probabilities.Names.FindName(label);
        return column >= 0 ? column : throw new ArgumentException($"There are no probabilities of the label {Excerpt.From(label)}, but of: {Excerpt.FromList(probabilities.Names)}.", parameter);
    }
}
