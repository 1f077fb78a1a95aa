using System.Collections;

namespace TypedTune.Learning;

/// <summary>A planner a fold, each with the rows of its fold.</summary>
internal sealed class FoldPlanners<TData> : IReadOnlyList<(FitPlanner Planner, FoldNode<TData> Source)>
    where TData : IDataset<TData>
{
    private readonly (FitPlanner Planner, FoldNode<TData> Source)[] _folds;
    private readonly TData _data;
    private readonly ISplitter? _splitter;
    private readonly IReadOnlyList<Fold> _rows;

    private FoldPlanners(TData data, (FitPlanner Planner, FoldNode<TData> Source)[] folds, ISplitter? splitter = null, IReadOnlyList<Fold>? rows = null)
    {
        _data = data;
        _folds = folds;
        _splitter = splitter;
        _rows = rows ?? [];
    }

    public int Count => _folds.Length;

    public (FitPlanner Planner, FoldNode<TData> Source) this[int index] => _folds[index];

    /// <summary>The folds of an evaluation.</summary>
    public static FoldPlanners<TData> Of(IEvaluation evaluation, TData data, bool scoresTraining, bool keepsModels = false, PredictionNeeds? needs = null)
    {
        var roles = data.Roles;
        needs ??= PredictionNeeds.Points;
        if (evaluation is OutOfBag)
        {
            // The winner's model is the one that was scored.
            var planner = new FitPlanner(0, new FoldTask(roles.Targets, Weights: roles.Weights) { IsOutOfBag = true, ScoresTraining = scoresTraining, KeepsModels = true, Needs = needs });
            return new(data, [(planner, planner.Source(data))]);
        }

        if (evaluation is not ISplitter splitter)
            throw new ArgumentException($"A search cannot evaluate by {evaluation}. Give it an {nameof(ISplitter)}, such as {nameof(KFold)} or {nameof(Holdout)}, or {nameof(OutOfBag)}.", nameof(evaluation));
        var rows = splitter.SplitChecked(roles);
        return new(data, [.. rows.Select((fold, i) => Of(i, fold, data, Task(fold, roles) with { ScoresTraining = scoresTraining, KeepsModels = keepsModels, Needs = needs }))], splitter, rows);
    }

    /// <summary>The same rows with other targets. Where a fold stays the same its steps, which see no target, are planned once for both.</summary>
    public FoldPlanners<TData> With(Targets targets)
    {
        if (_splitter is null)
            return new(_data, [.. _folds.Select(fold => (fold.Planner.With(fold.Planner.Task with { Train = targets }), fold.Source))]);
        var roles = _data.Roles.WithTargets(targets);
        var rows = _splitter.SplitChecked(roles);
        return new(_data, [.. rows.Select((fold, i) => With(i, fold, roles))], _splitter, rows);
    }

    public IEnumerator<(FitPlanner Planner, FoldNode<TData> Source)> GetEnumerator() => _folds.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private (FitPlanner Planner, FoldNode<TData> Source) With(int number, Fold fold, RowRoles roles)
    {
        var (planner, source) = _folds[number];
        var task = Task(fold, roles) with { ScoresTraining = planner.Task.ScoresTraining, KeepsModels = planner.Task.KeepsModels, Needs = planner.Task.Needs };
        bool isSame = fold.Train.AsSpan().SequenceEqual(_rows[number].Train) && fold.Validation.AsSpan().SequenceEqual(_rows[number].Validation);
        return isSame ? (planner.With(task), source) : Of(number, fold, _data, task);
    }

    private static FoldTask Task(Fold fold, RowRoles roles)
    {
        var (train, validation) = (roles.TakeRows(fold.Train), roles.TakeRows(fold.Validation));
        return new FoldTask(train.Targets, validation.Targets, train.Weights) { ValidationWeights = validation.Weights };
    }

    // Rows are taken when the fold is begun, and let go with it.
    private static (FitPlanner Planner, FoldNode<TData> Source) Of(int number, Fold fold, TData data, FoldTask task)
    {
        var planner = new FitPlanner(number, task);
        return (planner, planner.Source(data, () => data.TakeRows(fold.Train), () => data.TakeRows(fold.Validation)));
    }
}
