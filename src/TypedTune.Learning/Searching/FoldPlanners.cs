using System.Collections;

namespace TypedTune.Learning;

/// <summary>A planner a fold, each with the rows of its fold.</summary>
internal sealed class FoldPlanners<TData> : IReadOnlyList<(FitPlanner Planner, FoldNode<TData> Source)>
    where TData : IDataset<TData>
{
    private readonly (FitPlanner Planner, FoldNode<TData> Source)[] _folds;

    private FoldPlanners((FitPlanner Planner, FoldNode<TData> Source)[] folds) => _folds = folds;

    public int Count => _folds.Length;

    public (FitPlanner Planner, FoldNode<TData> Source) this[int index] => _folds[index];

    /// <summary>The folds of an evaluation.</summary>
    public static FoldPlanners<TData> Of(IEvaluation evaluation, TData data, bool scoresTraining)
    {
        if (evaluation is OutOfBag)
        {
            // The winner's model is the one that was scored.
            var planner = new FitPlanner(0, new FoldTask(data.Targets, Weights: data.Weights) { IsOutOfBag = true, ScoresTraining = scoresTraining, KeepsModels = true });
            return new([(planner, planner.Source(data))]);
        }

        if (evaluation is not ISplitter splitter)
            throw new ArgumentException($"A search cannot evaluate by {evaluation}. Give it an {nameof(ISplitter)}, such as {nameof(KFold)} or {nameof(Holdout)}, or {nameof(OutOfBag)}.", nameof(evaluation));
        return new([.. splitter.Split(data.Targets).Select((fold, i) => Of(i, fold, data, new FoldTask(
            data.Targets.TakeRows(fold.Train),
            data.Targets.TakeRows(fold.Validation),
            data.Weights is { } weights ? Array.ConvertAll(fold.Train, row => weights[row]) : null) { ScoresTraining = scoresTraining }))]);
    }

    public IEnumerator<(FitPlanner Planner, FoldNode<TData> Source)> GetEnumerator() => _folds.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Rows are taken when the fold is begun, and let go with it.
    private static (FitPlanner Planner, FoldNode<TData> Source) Of(int number, Fold fold, TData data, FoldTask task)
    {
        var planner = new FitPlanner(number, task);
        return (planner, planner.Source(data, () => data.TakeRows(fold.Train), () => data.TakeRows(fold.Validation)));
    }
}
