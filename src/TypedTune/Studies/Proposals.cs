using System.Runtime.ExceptionServices;

namespace TypedTune;

/// <summary>
/// Asks for candidates, each configuration once: those that were enqueued first, then the sampler's. Before a sampler that learns is asked for
/// candidate k it is told the trials up to k − W, in order, so that the sequence of its calls is the same whenever trials end. Thread safe.
/// </summary>
/// <param name="options">Where candidates come from, and how many there may be.</param>
/// <param name="ledger">Keeps candidates and trials.</param>
internal sealed class Proposals<T>(ProposalOptions<T> options, TrialLedger<T> ledger) : IDisposable
{
    // A sampler that proposes nothing but what it has proposed before, and does not say when it will end, has nothing left.
    private const int MostRepeats = 10_000;

    private static readonly Comparer<Candidate<T>> s_byIndex = Comparer<Candidate<T>>.Create((one, other) => one.Index.CompareTo(other.Index));

    private readonly Lock _asking = new();
    private readonly Dictionary<ValueTuple<T>, int>? _seen = options.Session.IsDistinct && options.Enqueued.Count == 0 ? null : [];
    private readonly List<Candidate<T>> _untold = [];
    private Exception? _error;
    private long _proposed;
    private bool _isDisposed;
    private int _enqueued;
    private int _told;
    private int _attempts;
    private volatile int _asked;
    private volatile bool _isExhausted;

    /// <summary>How many distinct candidates were proposed.</summary>
    public int Asked => _asked;

    /// <summary>Whether there are no more.</summary>
    public bool IsExhausted => _isExhausted;

    /// <summary>Why there are no more, if there are none: all have come, the budget of trials is spent, or the sampler repeats itself.</summary>
    public StopReason Reason { get; private set; } = StopReason.Completed;

    /// <summary>How many candidates there will be at most, duplicates included; null where that is not known.</summary>
    public long? Total { get; } = Least(options.Session.ProposalCount + options.Enqueued.Count, options.Most);

    /// <summary>Whether a candidate may be asked for now: there may be more, and the trials that must end before have ended.</summary>
    public bool MayAsk => !_isExhausted && (options.Window is not { } window || _asked - ledger.EndedPrefix < window);

    /// <summary>Asks for the next candidates and enters them in the ledger.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="takeKnown">Takes a trial that is known from an earlier study, at its new place.</param>
    /// <param name="cancellationToken">Ends the search for candidates early.</param>
    public IReadOnlyList<Candidate<T>> Next(int count, Action<Trial<T>> takeKnown, CancellationToken cancellationToken)
    {
        lock (_asking)
        {
            if (_error is not null)
                ExceptionDispatchInfo.Throw(_error);
            var candidates = new List<Candidate<T>>();
            try
            {
                Collect(candidates, count, takeKnown, cancellationToken);
            }
            catch (Exception exception) when (candidates.Count > 0)
            {
                // The candidates before it are evaluated first.
                _error = exception;
            }

            ledger.Begin(candidates);
            return candidates;
        }
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        (options.Session as IDisposable)?.Dispose();
    }

    private void Collect(List<Candidate<T>> candidates, int count, Action<Trial<T>> takeKnown, CancellationToken cancellationToken)
    {
        while (candidates.Count < count && !cancellationToken.IsCancellationRequested && !_isExhausted && IsNextReady())
        {
            if (!TryPropose(out var configuration))
            {
                _isExhausted = true;
                break;
            }

            if (_seen is not null && !_seen.TryAdd(ValueTuple.Create(configuration!), _asked))
            {
                Repeat(_seen[ValueTuple.Create(configuration!)], candidates);
                if (++_attempts == MostRepeats && (options.Learns || options.Session.ProposalCount is null))
                    (_isExhausted, Reason) = (true, _asked >= options.Cardinality ? StopReason.Completed : StopReason.Repetition);
            }
            else
            {
                _attempts = 0;
                Accept(new Candidate<T>(_asked, configuration!), candidates, takeKnown);
            }

            _isExhausted |= _proposed == options.Session.ProposalCount;
        }
    }

    private void Repeat(int index, List<Candidate<T>> candidates)
    {
        ledger.Repeat(index);
        int place = candidates.BinarySearch(new Candidate<T>(index, default!), s_byIndex);
        if (place >= 0)
            candidates[place] = candidates[place] with { Occurrences = candidates[place].Occurrences + 1 };
    }

    private void Accept(Candidate<T> candidate, List<Candidate<T>> candidates, Action<Trial<T>> takeKnown)
    {
        if (options.Learns)
            _untold.Add(candidate);
        var known = options.Known?.Find(candidate.Index, candidate.Configuration);
        if (known is null)
            candidates.Add(candidate);
        _asked++;
        if (known is not null)
            takeKnown(known);
        if (_asked != options.Most)
            return;
        _isExhausted = true;
        if (_enqueued < options.Enqueued.Count || _proposed != options.Session.ProposalCount)
            Reason = StopReason.TrialBudget;
    }

    // Tells a sampler that learns what it must know before the next proposal.
    private bool IsNextReady()
    {
        if (options.Window is not { } window)
            return true;
        if (ledger.EndedPrefix <= _asked - window)
            return false;
        for (; options.Learns && _told <= _asked - window; _told++)
        {
            options.Session.Tell(ledger[_told]);
            _untold.RemoveAt(0);
        }

        return true;
    }

    private bool TryPropose(out T? configuration)
    {
        if (_enqueued < options.Enqueued.Count)
        {
            configuration = options.Enqueued[_enqueued++];
            return true;
        }

        if (!options.Session.TryPropose(new ProposalRequest<T>(_asked, _attempts, [.. _untold]), out configuration))
            return false;
        if (options.Session is not EnumeratedSession<T>)
            Require(configuration);
        _proposed++;
        return true;
    }

    // The library's own samplers propose points of the space, whose values were checked when it was made.
    private void Require(T? configuration)
    {
        if (configuration is null)
            throw new InvalidOperationException($"The sampler proposed null as candidate {_asked}. Propose a configuration, or return false where there are no more.");
        try
        {
            (configuration as ITunable)?.Validate();
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"The sampler proposed a configuration outside of the declared bounds as candidate {_asked}: {ExceptionMessage.From(exception)}", exception);
        }
    }

    private static long? Least(long? total, int? most) => total < most || most is null ? total : most;
}
