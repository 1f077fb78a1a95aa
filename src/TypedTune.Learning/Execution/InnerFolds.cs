namespace TypedTune.Learning;

/// <summary>The inner folds of a run's folds, each divided once. Thread safe.</summary>
internal sealed class InnerFolds
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(FitTask Task, ISplitter Splitter), IReadOnlyList<Fold>> _folds = [];
    private readonly Dictionary<(FitTask Task, FitScope Scope), FitTask> _tasks = [];

    /// <summary>Divides the rows that a task learns from.</summary>
    /// <exception cref="ArgumentException">The rows are too few for the splitter, or it gives another number of folds than it said.</exception>
    public IReadOnlyList<Fold> Split(FitTask task, ISplitter splitter)
    {
        lock (_gate)
        {
            if (_folds.TryGetValue((task, splitter), out var known))
                return known;
            var folds = splitter.SplitChecked(task.Roles);
            _folds.Add((task, splitter), folds);
            return folds;
        }
    }

    /// <summary>Finds the task of an inner fold; it is the task itself where there is no scope.</summary>
    public FitTask TaskOf(FitTask task, FitScope? scope)
    {
        if (scope is null)
            return task;
        lock (_gate)
        {
            if (_tasks.TryGetValue((task, scope), out var known))
                return known;
            var outer = TaskOf(task, scope.Outer);
            var folds = Split(outer, scope.Splitter);
            if (scope.Fold >= folds.Count)
                throw new ArgumentException($"{scope.Splitter} said that it makes more than {scope.Fold} folds, and then made {folds.Count}: it must give the same folds every time. Mend the splitter.");
            var inner = outer.Inside(folds[scope.Fold]);
            _tasks.Add((task, scope), inner);
            return inner;
        }
    }
}
