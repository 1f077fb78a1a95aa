namespace TypedTune.Learning;

/// <summary>
/// Scores each candidate on its training rows, each predicted by the trees that did not learn from it (Breiman, "Random
/// forests", Machine Learning 45, 2001): one fit a candidate, on all rows.
/// </summary>
/// <remarks>
/// <para>
/// The last step must be an <see cref="IOutOfBagRegressor"/> or <see cref="IOutOfBagClassifier"/>, such as
/// <see cref="RandomForestRegressor"/>, whose trees leave rows out. Rows that no tree left out are not scored: grow enough
/// trees, for few leave each row few predictions, and so a pessimistic score.
/// </para>
/// <para>
/// The steps before the last are fitted on all rows, those that are scored included. What they learn from a row is known to
/// the prediction of it: little for a scaler, more for steps that learn from the target. Cross-validate where that matters.
/// The winner of the search is not fitted again: its model is the one that was scored.
/// </para>
/// All instances are equal.
/// </remarks>
public sealed record OutOfBag : IEvaluation
{
    /// <summary>1: all rows at once.</summary>
    public int FoldCount => 1;

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>The evaluation in words.</summary>
    public override string ToString() => "out of bag";
}
