namespace TypedTune.Learning.Tests.Forests;

/// <summary>Small data that forest tests share.</summary>
internal static class Samples
{
    /// <summary>Columns of distinct values, and of few values when <paramref name="levels"/> is above 0; the target follows the first two.</summary>
    public static (FeatureMatrix Features, double[] Target) Draw(int seed, int rows, int columns, int levels = 0)
    {
        var stream = Seed.Of(seed).Stream();
        var data = new double[columns][];
        for (int c = 0; c < columns; c++)
        {
            data[c] = new double[rows];
            for (int r = 0; r < rows; r++)
                data[c][r] = levels > 0 ? stream.NextBelow(levels) : stream.NextNormal();
        }

        var target = new double[rows];
        for (int r = 0; r < rows; r++)
            target[r] = 3 * data[0][r] + data[Math.Min(1, columns - 1)][r] * data[0][r] + stream.NextNormal();
        return (FeatureMatrix.FromColumns(FeatureNames.Numbered(columns), data), target);
    }

    /// <summary>The same columns, of which every third misses values and every other third holds categories.</summary>
    public static FeatureMatrix WithSpecialColumns(FeatureMatrix features, int seed, int categories = 6)
    {
        var stream = Seed.Of(seed).Derive(1).Stream();
        var names = new List<FeatureNames>();
        var columns = new List<double[]>();
        for (int c = 0; c < features.ColumnCount; c++)
        {
            var column = features.Column(c).ToArray();
            bool isCategory = c % 3 == 1;
            for (int row = 0; row < column.Length; row++)
            {
                if (isCategory)
                    column[row] = (categories * 5 + (int)Math.Floor(column[row] * 2)) % categories;
                if (c % 3 != 2 && stream.NextBelow(5) == 0)
                    column[row] = double.NaN;
            }

            names.Add(isCategory
                ? FeatureNames.OfCategories([$"x{c}"], [[.. Enumerable.Range(0, categories).Select(level => $"level {level}")]])
                : new FeatureNames($"x{c}"));
            columns.Add(column);
        }

        return FeatureMatrix.FromColumns(FeatureNames.Concatenate(names), columns);
    }

    /// <summary>Labels that follow the first column, with some noise.</summary>
    public static Categories Labels(FeatureMatrix features, int classes)
    {
        var order = Enumerable.Range(0, features.RowCount).OrderBy(row => features[row, 0]).ToArray();
        var codes = new int[features.RowCount];
        var stream = Seed.Of(features.RowCount).Stream();
        for (int rank = 0; rank < order.Length; rank++)
            codes[order[rank]] = stream.NextBelow(5) == 0 ? stream.NextBelow(classes) : (int)((long)rank * classes / order.Length);
        return new Categories([.. Enumerable.Range(0, classes).Select(label => $"class {label}")], codes);
    }

    /// <summary>One of the thresholds, a neighbour of it or a number about it: what a prediction would get wrong first.</summary>
    public static double Near(ref RandomStream stream, double[] thresholds)
    {
        double threshold = thresholds[stream.NextBelow(thresholds.Length)];
        return stream.NextBelow(4) switch { 0 => threshold, 1 => Math.BitIncrement(threshold), 2 => Math.BitDecrement(threshold), _ => threshold + stream.NextNormal() };
    }

    public static FeatureMatrix OneColumn(params double[] values) => FeatureMatrix.FromColumns(new FeatureNames("x"), values);

    public static double SquaredError(double[] predictions, double[] target) => predictions.Zip(target, (p, t) => (p - t) * (p - t)).Sum();
}
