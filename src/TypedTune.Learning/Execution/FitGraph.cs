using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace TypedTune.Learning;

/// <summary>
/// Runs nodes in the order in which they were planned, as far as their inputs and the memory allow, and lets go of each result when
/// nothing needs it any more. A node that fails takes with it only what needs it.
/// </summary>
internal sealed class FitGraph : IWorkSource
{
    private readonly object _gate = new();
    private readonly SortedSet<int> _ready = [];
    private readonly FitNode[] _nodes;
    private readonly State[] _states;
    private readonly HashSet<FitNode> _kept;
    private readonly FitContext _context;
    private readonly FitGraphOptions _options;
    private readonly ActivityContext _activity = Activity.Current?.Context ?? default;
    private bool _stopped;
    private int _running;
    private long _held;
    private long _reserved;

    /// <summary>Prepares nodes to run.</summary>
    /// <param name="nodes">Every node, inputs before what needs them, in the order in which they should run.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="options">How.</param>
    public FitGraph(IReadOnlyList<FitNode> nodes, FitContext context, FitGraphOptions options)
    {
        _context = context;
        _options = options;
        _kept = [.. options.Kept];
        _nodes = [.. nodes];
        _states = new State[_nodes.Length];
        for (int i = 0; i < _nodes.Length; i++)
        {
            _nodes[i].Order = i;
            _states[i] = new State();
        }

        foreach (var node in _nodes)
        {
            foreach (var input in node.Inputs.Distinct())
            {
                _states[node.Order].Missing++;
                _states[input.Order].Dependents.Add(node);
            }

            if (_states[node.Order].Missing == 0)
                _ready.Add(node.Order);
        }

        foreach (var state in _states)
            state.Needed = state.Dependents.Count;
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

    /// <summary>The most bytes of results that were held at once, by what running nodes were expected to add.</summary>
    public long PeakBytes { get; private set; }

    private bool Stops => _stopped || _context.CancellationToken.IsCancellationRequested;

    /// <summary>Runs nodes and throws what one of them threw.</summary>
    public static void RunAll(IReadOnlyList<FitNode> nodes, FitContext context, FitNode keep)
    {
        context.Scheduler.Run(new FitGraph(nodes, context, new FitGraphOptions { Kept = [keep] }));
        context.CancellationToken.ThrowIfCancellationRequested();
        if (nodes.FirstOrDefault(node => node.Error is not null) is { } failed)
            ExceptionDispatchInfo.Throw(failed.Error!);
    }

    /// <summary>Starts nothing more.</summary>
    public void Stop()
    {
        lock (_gate)
            _stopped = true;
    }

    public bool TryTake(out Action? work)
    {
        lock (_gate)
        {
            if (Stops || _options.Control is { IsPaused: true } || Next() is not { } node)
            {
                work = null;
                return false;
            }

            _ready.Remove(node.Order);
            _running++;
            _reserved += node.EstimatedBytes;
            PeakBytes = Math.Max(PeakBytes, _held + _reserved);
            work = () => Run(node);
            return true;
        }
    }

    // In order, even if a later node would fit: it would begin what cannot be finished, and be held all the longer. Where nothing
    // runs nothing will be let go, so that the first must run whatever it takes.
    private FitNode? Next()
    {
        if (_ready.Count == 0)
            return null;
        var node = _nodes[_ready.Min];
        return _running == 0 || _held + _reserved + node.EstimatedBytes <= _options.MemoryLimit ? node : null;
    }

    private void Run(FitNode node)
    {
        var allowance = _options.Allowance?.Invoke(node);
        for (int attempt = 0; ; attempt++)
        {
            node.Error = null;
            FitAttempt.Run(node, _context, allowance, _options.NamesFolds, _activity);
            if (node.Error is null || node.IsInterrupted || node.Error.InnerException is TimeoutException || attempt == _options.Retries || Stops)
                break;
        }

        End(node, hasRun: true);
    }

    private void End(FitNode node, bool hasRun)
    {
        _options.Ended?.Invoke(node);
        var failed = new List<FitNode>();
        lock (_gate)
        {
            var state = _states[node.Order];
            if (hasRun)
            {
                _reserved -= node.EstimatedBytes;
                _held += state.Held = node.Error is null ? node.Bytes : 0;
                PeakBytes = Math.Max(PeakBytes, _held + _reserved);
            }

            foreach (var dependent in state.Dependents)
            {
                var waiting = _states[dependent.Order];
                dependent.Error ??= node.Error;
                dependent.IsInterrupted |= node.IsInterrupted;
                if (--waiting.Missing > 0)
                    continue;
                if (dependent.Error is null)
                    _ready.Add(dependent.Order);
                else
                    failed.Add(dependent);
            }

            ReleaseIfUnneeded(node);
            foreach (var input in node.Inputs.Distinct())
            {
                _states[input.Order].Needed--;
                ReleaseIfUnneeded(input);
            }
        }

        foreach (var dependent in failed)
            End(dependent, hasRun: false);
        if (!hasRun)
            return;
        lock (_gate)
            _running--;
    }

    private void ReleaseIfUnneeded(FitNode node)
    {
        var state = _states[node.Order];
        if (state.Needed > 0 || _kept.Contains(node))
            return;
        node.Release();
        _held -= state.Held;
        state.Held = 0;
    }

    private sealed class State
    {
        public int Missing { get; set; }

        public int Needed { get; set; }

        public long Held { get; set; }

        public List<FitNode> Dependents { get; } = [];
    }
}
