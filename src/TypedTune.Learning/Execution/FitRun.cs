using System.Diagnostics;

namespace TypedTune.Learning;

/// <summary>
/// Runs plans on folds, in the order in which work was added, as far as inputs and memory allow, and drops each result when nothing that was added needs it any
/// more. If a unit fails, only the units that need it fail too. Work may be added at any time, even while the run is going on. Thread safe.
/// </summary>
internal sealed class FitRun : IWorkSource
{
    private readonly object _gate = new();
    private readonly Dictionary<(PlanNode Node, object Rows), FitUnit> _units = [];
    private readonly SortedSet<FitUnit> _ready = new(Comparer<FitUnit>.Create((one, other) => one.Order.CompareTo(other.Order)));
    private readonly List<FitUnit> _idle = [];
    private readonly InnerFolds _folds = new();
    private readonly FitAttempt _attempt;
    private readonly FitContext _context;
    private readonly FitRunOptions _options;
    private bool _stopped;
    private int _count;
    private int _running;
    private long _held;
    private long _reserved;

    /// <summary>Prepares a run without work.</summary>
    /// <param name="source">All rows.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="options">The settings of the run.</param>
    public FitRun(FitSource source, FitContext context, FitRunOptions options)
    {
        _context = context;
        _options = options;
        _attempt = new FitAttempt(source, _folds, context, options.NamesFolds, Activity.Current?.Context ?? default);
    }

    public bool IsFinished
    {
        get
        {
            lock (_gate)
                return _running == 0 && (Stops || _ready.Count == 0);
        }
    }

    public bool LendsCaller => true;

    /// <summary>The most bytes of results that were held at once, by what running units were expected to add.</summary>
    public long PeakBytes { get; private set; }

    private bool Stops => _stopped || _context.CancellationToken.IsCancellationRequested;

    /// <summary>Adds work: nodes on folds, and everything that they need and that was not added before.</summary>
    /// <param name="plan">The plan; that of earlier work, or one that has more nodes.</param>
    /// <param name="wanted">The nodes and folds, in the order in which they should run.</param>
    /// <param name="keeps">Whether the results of <paramref name="wanted"/> are held until the run itself is dropped.</param>
    /// <returns>A unit for each of <paramref name="wanted"/>.</returns>
    public IReadOnlyList<FitUnit> Add(FitPlan plan, IEnumerable<(PlanNode Node, FitTask Task)> wanted, bool keeps = false)
    {
        var units = new List<FitUnit>();
        var failed = new List<FitUnit>();
        lock (_gate)
        {
            foreach (var (node, task) in wanted)
            {
                var unit = GetOrAdd(plan, node, task, failed);
                unit.IsKept |= keeps;
                units.Add(unit);
            }

            // Nobody may see the end while what cannot be run is told.
            _running++;
        }

        foreach (var unit in failed)
            End(unit, hasRun: false);
        lock (_gate)
            _running--;
        _context.Scheduler.Wake();
        return units;
    }

    /// <summary>Stops the run: no further unit is started.</summary>
    public void Stop()
    {
        lock (_gate)
            _stopped = true;
    }

    /// <summary>Drops work that nobody waits for any more: a node on those folds that it was not started on, and what it alone needs there.</summary>
    /// <param name="node">A node that nothing else takes results from.</param>
    /// <param name="tasks">The folds.</param>
    public void Drop(PlanNode node, IReadOnlyList<FitTask> tasks)
    {
        lock (_gate)
        {
            foreach (var task in tasks)
            {
                if (_units.TryGetValue(KeyOf(node, task), out var unit))
                    Drop(unit);
            }
        }
    }

    public bool TryTake(out Action? work)
    {
        lock (_gate)
        {
            if (Stops || _options.Control is { IsPaused: true } || Next() is not { } unit)
            {
                work = null;
                return false;
            }

            _ready.Remove(unit);
            unit.HasStarted = true;
            _running++;
            _reserved += unit.EstimatedBytes;
            PeakBytes = Math.Max(PeakBytes, _held + _reserved);
            work = () => Run(unit);
            return true;
        }
    }

    private FitUnit GetOrAdd(FitPlan plan, PlanNode node, FitTask task, List<FitUnit> failed)
    {
        var key = KeyOf(node, task);
        if (_units.TryGetValue(key, out var known) && !(known.HasEnded && known.IsInterrupted))
            return known;
        var shared = SharesSubmodels(node, task) ? plan.SharedFitOf(node) : null;
        FitUnit[] inputs = [.. (shared?.Alone ?? node.Inputs).Distinct().Select(input => GetOrAdd(plan, input, task, failed))];
        var unit = new FitUnit(node, task, shared, inputs)
        {
            Order = _count++,
            EstimatedBytes = shared is null ? (long)(node.EstimatedBytes * ((double)task.Counts.Total / Math.Max(1, plan.Rows.Total))) : 0,
        };
        _units[key] = unit;
        foreach (var input in inputs)
            Connect(unit, input);
        if (unit.Missing == 0 && unit.Error is null)
            _ready.Add(unit);
        else if (unit.Missing == 0)
            AddFailed(unit, failed);
        return unit;
    }

    private void Connect(FitUnit unit, FitUnit input)
    {
        input.Needed++;
        _idle.Remove(input);
        if (input.HasEnded)
        {
            Fail(unit, input);
            return;
        }

        unit.Missing++;
        input.Dependents.Add(unit);
    }

    // What sees no target is the same for all tasks with the same rows.
    private static (PlanNode Node, object Rows) KeyOf(PlanNode node, FitTask task) => (node, node.SeesTargets ? task : task.Rows);

    private static bool SharesSubmodels(PlanNode node, FitTask task) => node.Scope is null ? task.WantsPredictionsAlone : task.Weights is null;

    // It will end, though it never runs.
    private static void AddFailed(FitUnit unit, List<FitUnit> failed)
    {
        unit.HasStarted = true;
        failed.Add(unit);
    }

    private static void Fail(FitUnit unit, FitUnit input)
    {
        unit.Error ??= input.Error;
        unit.IsInterrupted |= input.IsInterrupted;
    }

    // In order, even if a later unit would fit: it would begin what cannot be finished, and be held all the longer. Where nothing
    // runs nothing will be let go, so that the first must run whatever it takes.
    private FitUnit? Next()
    {
        if (_ready.Min is not { } unit)
            return null;
        while (_held + _reserved + unit.EstimatedBytes > _options.MemoryLimit && _idle.Count > 0)
            Release(_idle[0]);
        return _running == 0 || _held + _reserved + unit.EstimatedBytes <= _options.MemoryLimit ? unit : null;
    }

    private void Run(FitUnit unit)
    {
        var allowance = _options.Allowance?.Invoke(unit);
        for (int attempt = 0; ; attempt++)
        {
            (unit.Error, unit.IsOutOfTime) = (null, false);
            _attempt.Run(unit, allowance);
            if (unit.Error is null || unit.IsInterrupted || unit.IsOutOfTime || attempt == _options.Retries || Stops)
                break;
        }

        End(unit, hasRun: true);
        lock (_gate)
            _running--;
    }

    private void End(FitUnit unit, bool hasRun)
    {
        _options.Ended?.Invoke(unit);
        var failed = new List<FitUnit>();
        lock (_gate)
        {
            if (hasRun)
            {
                _reserved -= unit.EstimatedBytes;
                _held += unit.Held = unit.Error is null && unit.SharedFit is null ? unit.Node.BytesOf(unit.Result!) : 0;
                PeakBytes = Math.Max(PeakBytes, _held + _reserved);
            }

            unit.HasEnded = true;
            foreach (var dependent in unit.Dependents)
            {
                Fail(dependent, unit);
                if (--dependent.Missing > 0)
                    continue;
                if (dependent.Error is null)
                    _ready.Add(dependent);
                else
                    AddFailed(dependent, failed);
            }

            unit.Dependents.Clear();
            LetGo(unit);
            foreach (var input in unit.Inputs)
            {
                input.Needed--;
                LetGo(input);
            }
        }

        foreach (var dependent in failed)
            End(dependent, hasRun: false);
    }

    // A failure stays: whatever else needs the unit fails by it, and is not tried again. A score is needed by nothing else.
    private void LetGo(FitUnit unit)
    {
        if (unit.Needed > 0 || unit.IsKept || !unit.HasEnded || (unit.Error is not null && !unit.Node.IsLast))
            return;
        if (_options.HoldsData && unit.Node is IDataNode && !Stops)
            _idle.Add(unit);
        else
            Release(unit);
    }

    private void Drop(FitUnit unit)
    {
        if (unit.HasStarted || unit.Needed > 0 || unit.IsKept)
            return;
        _ready.Remove(unit);
        _units.Remove(KeyOf(unit.Node, unit.Task));
        foreach (var input in unit.Inputs)
        {
            input.Dependents.Remove(unit);
            input.Needed--;
            if (input.HasEnded)
                LetGo(input);
            else
                Drop(input);
        }
    }

    private void Release(FitUnit unit)
    {
        _idle.Remove(unit);
        unit.Result = null;
        _held -= unit.Held;
        unit.Held = 0;
        _units.Remove(KeyOf(unit.Node, unit.Task));
    }
}
