using System.Runtime.ExceptionServices;

namespace TypedTune.Learning;

/// <summary>
/// Runs nodes in the order in which they were planned, as far as their inputs allow, and lets go of each result when
/// nothing needs it any more. A node that fails takes with it only what needs it.
/// </summary>
internal sealed class FitGraph : IWorkSource
{
    private readonly object _gate = new();
    private readonly PriorityQueue<FitNode, int> _ready = new();
    private readonly Dictionary<FitNode, State> _states;
    private readonly HashSet<FitNode> _kept;
    private readonly FitContext _context;
    private readonly Action<FitNode>? _ended;
    private readonly bool _namesFolds;
    private bool _stopped;
    private int _running;

    /// <summary>Prepares nodes to run.</summary>
    /// <param name="nodes">Every node, inputs before what needs them.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="kept">Nodes whose results the caller will read afterwards.</param>
    /// <param name="namesFolds">Whether failures say in which fold they were.</param>
    /// <param name="ended">Called once a node, whether it succeeded or failed, from any thread; its result is still there.</param>
    public FitGraph(IReadOnlyList<FitNode> nodes, FitContext context, IEnumerable<FitNode> kept, bool namesFolds = false, Action<FitNode>? ended = null)
    {
        _context = context;
        _namesFolds = namesFolds;
        _ended = ended;
        _kept = [.. kept];
        _states = new Dictionary<FitNode, State>(nodes.Count);
        for (int i = 0; i < nodes.Count; i++)
            _states.Add(nodes[i], new State(i));
        foreach (var node in nodes)
        {
            var inputs = node.Inputs.Distinct().ToArray();
            _states[node].Missing = inputs.Length;
            foreach (var input in inputs)
                _states[input].Dependents.Add(node);
            if (inputs.Length == 0)
                _ready.Enqueue(node, _states[node].Order);
        }

        foreach (var state in _states.Values)
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

    private bool Stops => _stopped || _context.CancellationToken.IsCancellationRequested;

    /// <summary>Runs nodes and throws what one of them threw.</summary>
    public static void RunAll(IReadOnlyList<FitNode> nodes, FitContext context, FitNode keep)
    {
        var graph = new FitGraph(nodes, context, [keep]);
        context.Scheduler.Run(graph);
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
            if (Stops || !_ready.TryDequeue(out var node, out _))
            {
                work = null;
                return false;
            }

            _running++;
            work = () => Run(node);
            return true;
        }
    }

    private void Run(FitNode node)
    {
        try
        {
            node.Run(_context);
        }
        catch (Exception exception)
        {
            node.Error = node.Step is null || _context.CancellationToken.IsCancellationRequested
                ? exception
                : new FitException(node.Step, _namesFolds ? node.Fold : null, exception);
        }

        End(node);
        lock (_gate)
            _running--;
    }

    private void End(FitNode node)
    {
        _ended?.Invoke(node);
        var failed = new List<FitNode>();
        lock (_gate)
        {
            foreach (var dependent in _states[node].Dependents)
            {
                var state = _states[dependent];
                dependent.Error ??= node.Error;
                if (--state.Missing > 0)
                    continue;
                if (dependent.Error is null)
                    _ready.Enqueue(dependent, state.Order);
                else
                    failed.Add(dependent);
            }

            ReleaseIfUnneeded(node);
            foreach (var input in node.Inputs.Distinct())
            {
                _states[input].Needed--;
                ReleaseIfUnneeded(input);
            }
        }

        foreach (var dependent in failed)
            End(dependent);
    }

    private void ReleaseIfUnneeded(FitNode node)
    {
        if (_states[node].Needed == 0 && !_kept.Contains(node))
            node.Release();
    }

    private sealed class State(int order)
    {
        public int Order { get; } = order;

        public int Missing { get; set; }

        public int Needed { get; set; }

        public List<FitNode> Dependents { get; } = [];
    }
}
