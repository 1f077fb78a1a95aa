namespace TypedTune.Learning;

/// <summary>Puts the predictions of all folds into the order of the rows; of rows that several folds hold back, their mean or the most frequent label.</summary>
internal static class CrossPredictions
{
    /// <summary>Joins numbers or labels.</summary>
    /// <param name="truth">The targets of all rows.</param>
    /// <param name="folds">Each row held back at least once.</param>
    /// <param name="parts">A prediction a row that a fold holds back.</param>
    public static Targets Assemble(Targets truth, IReadOnlyList<Fold> folds, Targets[] parts)
    {
        if (!parts[0].AreLabels)
            return Targets.Of(Average(folds, parts.Length, truth.RowCount, fold => parts[fold].Numbers), truth.Name);

        // Each model has the levels that it has seen.
        List<string> levels = [.. truth.Labels.Levels];
        int[][] codes = [.. parts.Select(part => part.Labels.CodesIn(levels))];
        return Targets.Of(new Categories([.. levels], MostFrequent(folds, codes, truth.RowCount, levels.Count)), truth.Name);
    }

    /// <summary>Joins probabilities: a column a level of the targets, 0 where a model has never seen it.</summary>
    public static FeatureMatrix Assemble(Categories truth, IReadOnlyList<Fold> folds, FeatureMatrix[] parts)
    {
        var columns = new List<double[]>();
        foreach (string level in truth.Levels)
        {
            columns.Add(Average(folds, parts.Length, truth.RowCount, fold =>
            {
                int column = parts[fold].Names.FindName(level);
                return column < 0 ? new double[parts[fold].RowCount] : parts[fold].Column(column);
            }));
        }

        return FeatureMatrix.FromColumns(new FeatureNames(truth.Levels), columns);
    }

    /// <summary>Joins quantiles of the same levels.</summary>
    public static QuantilePredictions Assemble(IReadOnlyList<Fold> folds, QuantilePredictions[] parts, int rows)
    {
        var columns = Enumerable.Range(0, parts[0].Levels.Count).Select(level => Average(folds, parts.Length, rows, fold => parts[fold].Values.Column(level)));
        return new QuantilePredictions(parts[0].Levels, FeatureMatrix.FromColumns(parts[0].Values.Names, [.. columns]));
    }

    private static double[] Average(IReadOnlyList<Fold> folds, int parts, int rows, Func<int, ReadOnlySpan<double>> part)
    {
        var (sums, counts) = (new double[rows], new int[rows]);
        for (int fold = 0; fold < parts; fold++)
        {
            var values = part(fold);
            int[] held = folds[fold].Validation;
            for (int i = 0; i < values.Length; i++)
            {
                sums[held[i]] = counts[held[i]] == 0 ? values[i] : sums[held[i]] + values[i];
                counts[held[i]]++;
            }
        }

        for (int row = 0; row < rows; row++)
        {
            if (counts[row] > 1)
                sums[row] /= counts[row];
        }

        return sums;
    }

    // Of labels that are equally frequent the one whose level comes first.
    private static int[] MostFrequent(IReadOnlyList<Fold> folds, int[][] codes, int rows, int levels)
    {
        var votes = new int[rows * levels];
        for (int fold = 0; fold < codes.Length; fold++)
        {
            for (int i = 0; i < codes[fold].Length; i++)
                votes[folds[fold].Validation[i] * levels + codes[fold][i]]++;
        }

        var best = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int level = 1; level < levels; level++)
            {
                if (votes[row * levels + level] > votes[row * levels + best[row]])
                    best[row] = level;
            }
        }

        return best;
    }
}
