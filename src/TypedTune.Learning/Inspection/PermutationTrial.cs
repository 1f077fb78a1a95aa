namespace TypedTune.Learning;

/// <summary>Scores predictions for rows in which one column is put in random order.</summary>
/// <param name="Data">N rows as they are.</param>
/// <param name="Permute">The rows with a column, by its number, in another order.</param>
/// <param name="Predict">Predicts rows, with what the metric must see.</param>
/// <param name="Roles">N targets, and the weights that are scored with.</param>
/// <param name="Metric">Scores predictions.</param>
internal sealed record PermutationTrial<TData, TTask>(TData Data, Func<int, int[], TData> Permute, Func<TData, FitContext, Predictions> Predict, RowRoles Roles, IMetric<TTask> Metric)
{
    /// <summary>Scores the rows as they are, and computes by how much each order of each column worsens that score.</summary>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="repeats">How many orders are tried.</param>
    /// <param name="seed">The seed of the orders.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public (double Score, double[][] Losses) Run(int columns, int repeats, Seed seed, FitContext context)
    {
        double score = Metric.Score(Roles.Targets, Predict(Data, context), Roles.Weights);
        double[][] losses = [.. Enumerable.Range(0, columns).Select(_ => new double[repeats])];
        context.For(columns * repeats, index =>
        {
            var (column, repeat) = Math.DivRem(index, repeats);
            int[] order = [.. Enumerable.Range(0, Roles.RowCount)];
            seed.Derive(column).Derive(repeat).Stream().Shuffle<int>(order);
            double permuted = Metric.Score(Roles.Targets, Predict(Permute(column, order), context), Roles.Weights);
            losses[column][repeat] = Metric.Direction == Direction.Maximize ? score - permuted : permuted - score;
        });
        return (score, losses);
    }
}
