namespace TypedTune;

/// <summary>
/// The one place that runs work in parallel. A search owns a scheduler of a fixed number of threads; whatever runs
/// inside it (a forest's trees, say) borrows idle threads of that number and never adds to it.
/// </summary>
/// <remarks>
/// The calling thread always works too, so a scheduler of degree 1 starts no thread. Which thread runs what is not
/// determined; callers place results by index and key their randomness by index, and so get the same bits at any degree.
/// Thread safe. Nested calls are expected.
/// </remarks>
public sealed class WorkScheduler : IDisposable
{
    [ThreadStatic]
    private static bool t_isWorking;

    private readonly object _gate = new();
    private readonly List<IWorkSource> _sources = [];
    private readonly List<Thread> _threads = [];
    private int _idle;
    private bool _disposed;

    /// <summary>Creates a scheduler; its threads are background threads, started when first needed.</summary>
    /// <param name="degreeOfParallelism">How many threads work at once, the caller included; at least 1. Default: one a processor.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    public WorkScheduler(int? degreeOfParallelism = null)
    {
        int degree = degreeOfParallelism ?? Environment.ProcessorCount;
        if (degree < 1)
            throw new ArgumentOutOfRangeException(nameof(degreeOfParallelism), degree, $"The degree of parallelism must be at least 1, but is {degree}.");
        DegreeOfParallelism = degree;
    }

    /// <summary>A scheduler of one thread a processor for work that belongs to no search. Never disposed.</summary>
    public static WorkScheduler Shared { get; } = new();

    /// <summary>How many threads work at once, the calling one included.</summary>
    public int DegreeOfParallelism { get; }

    /// <summary>Whether this thread runs a piece of work for a scheduler, which will look for more work when the piece ends.</summary>
    internal static bool IsWorking => t_isWorking;

    /// <summary>Runs <paramref name="body"/> once for each index, on this thread and on idle ones, and returns when all have run.</summary>
    /// <param name="count">How many indices, from 0; nothing runs if it is 0.</param>
    /// <param name="body">What to run; called from several threads at once.</param>
    /// <param name="cancellationToken">Once cancelled, no further index is started.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before every index had run.</exception>
    /// <remarks>If bodies throw, no further index is started, and the exception of the lowest index that failed is thrown as it was.</remarks>
    public void For(int count, Action<int> body, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(body);
        var loop = new ParallelLoop(count, body, cancellationToken);
        if (DegreeOfParallelism == 1 || count <= 1)
            loop.RunAlone();
        else
            Run(loop);
        loop.ThrowIfFailed();
    }

    /// <summary>Works on a source, together with idle threads, until it is finished.</summary>
    /// <param name="source">Where the work comes from. Work that a piece of it makes ready is seen when that piece ends; for whatever else makes work ready, or ends the source, call <see cref="Wake"/>.</param>
    /// <remarks>May be called from several threads at once, and from inside a piece of work; sources that came first are served first.</remarks>
    public void Run(IWorkSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Register(source);
        try
        {
            while (true)
            {
                Action? work;
                lock (_gate)
                {
                    while (!source.TryTake(out work))
                    {
                        if (source.IsFinished)
                            return;

                        // A caller that waits for stragglers takes no foreign work: it would come back late to its own.
                        if (source.LendsCaller && TryTakeAny(out work))
                            break;
                        Monitor.Wait(_gate);
                    }

                    StartThread();
                }

                Execute(work!);
            }
        }
        finally
        {
            lock (_gate)
                _sources.Remove(source);
        }
    }

    /// <summary>
    /// Lets threads that wait ask their sources again. For whoever makes work ready or ends a source from outside a piece of work: a
    /// control that continues, a token that is cancelled. Call it after the change, and never under a lock that a source takes.
    /// </summary>
    public void Wake()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    /// <summary>Stops the threads. Work that runs is finished first; a disposed scheduler runs new work on the calling thread alone.</summary>
    public void Dispose()
    {
        Thread[] threads;
        lock (_gate)
        {
            _disposed = true;
            threads = [.. _threads];
            _threads.Clear();
            Monitor.PulseAll(_gate);
        }

        foreach (var thread in threads)
        {
            if (thread != Thread.CurrentThread)
                thread.Join();
        }
    }

    private void Register(IWorkSource source)
    {
        lock (_gate)
        {
            _sources.Add(source);
            Monitor.PulseAll(_gate);
        }
    }

    // Whoever takes work sees to it that somebody looks for more: a thread that waits, or a new one while there may be more of them.
    private void StartThread()
    {
        if (_idle > 0 || _disposed || _threads.Count >= DegreeOfParallelism - 1)
            return;
        var thread = new Thread(Work) { IsBackground = true, Name = $"TypedTune worker {_threads.Count + 1}" };
        _threads.Add(thread);
        thread.Start();
    }

    private void Work()
    {
        while (true)
        {
            Action? work;
            lock (_gate)
            {
                while (!TryTakeAny(out work))
                {
                    if (_disposed)
                        return;
                    _idle++;
                    Monitor.Wait(_gate);
                    _idle--;
                }

                StartThread();
            }

            Execute(work!);
        }
    }

    // Outer sources first: a whole fit keeps a thread busy without synchronising, so trees are lent only when no fit waits.
    private bool TryTakeAny(out Action? work)
    {
        foreach (var source in _sources)
        {
            if (source.TryTake(out work))
                return true;
        }

        work = null;
        return false;
    }

    // What ended may have made other work ready, or have been the last that a caller waits for.
    private void Execute(Action work)
    {
        bool wasWorking = t_isWorking;
        t_isWorking = true;
        work();
        t_isWorking = wasWorking;
        lock (_gate)
            Monitor.PulseAll(_gate);
    }
}
