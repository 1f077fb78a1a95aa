namespace TypedTune.Learning;

/// <summary>Takes labels out of probabilities.</summary>
internal static class MostProbable
{
    /// <summary>The most probable label of each row; of equally probable ones the first.</summary>
    public static Categories Labels(FeatureMatrix probabilities) => new([.. probabilities.Names], Columns(probabilities));

    /// <summary>The column of the most probable label of each row; of equally probable ones the first.</summary>
    public static int[] Columns(FeatureMatrix probabilities)
    {
        var best = new int[probabilities.RowCount];
        for (int level = 1; level < probabilities.ColumnCount; level++)
        {
            var column = probabilities.Column(level);
            for (int row = 0; row < best.Length; row++)
            {
                if (column[row] > probabilities[row, best[row]])
                    best[row] = level;
            }
        }

        return best;
    }
}
