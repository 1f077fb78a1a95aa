namespace TypedTune.Learning;

/// <summary>Puts the predictions of all folds into the order of the rows.</summary>
internal static class CrossPredictions
{
    /// <summary>Joins numbers or labels.</summary>
    /// <param name="truth">The targets of all rows.</param>
    /// <param name="folds">Each row held back once.</param>
    /// <param name="parts">A prediction a row that a fold holds back.</param>
    public static Targets Assemble(Targets truth, IReadOnlyList<Fold> folds, Targets[] parts)
    {
        if (!parts[0].AreLabels)
            return Targets.Of(Scatter<double>(folds, parts.Length, truth.RowCount, fold => parts[fold].Numbers), truth.Name);

        // Each model has the levels that it has seen.
        List<string> levels = [.. truth.Labels.Levels];
        int[][] codes = [.. parts.Select(part => part.Labels.CodesIn(levels))];
        return Targets.Of(new Categories([.. levels], Scatter<int>(folds, parts.Length, truth.RowCount, fold => codes[fold])), truth.Name);
    }

    /// <summary>Joins probabilities: a column a level of the targets, 0 where a model has never seen it.</summary>
    public static FeatureMatrix Assemble(Categories truth, IReadOnlyList<Fold> folds, FeatureMatrix[] parts)
    {
        var columns = new List<double[]>();
        foreach (string level in truth.Levels)
        {
            columns.Add(Scatter(folds, parts.Length, truth.RowCount, fold =>
            {
                int column = parts[fold].Names.ToList().IndexOf(level);
                return column < 0 ? new double[parts[fold].RowCount] : parts[fold].Column(column);
            }));
        }

        return FeatureMatrix.FromColumns(new FeatureNames(truth.Levels), columns);
    }

    private static T[] Scatter<T>(IReadOnlyList<Fold> folds, int parts, int rows, Func<int, ReadOnlySpan<T>> part)
    {
        var all = new T[rows];
        for (int fold = 0; fold < parts; fold++)
        {
            var values = part(fold);
            for (int i = 0; i < values.Length; i++)
                all[folds[fold].Validation[i]] = values[i];
        }

        return all;
    }
}
