using System.Collections.Concurrent;

namespace TypedTune.Contracts;

/// <summary>An evaluator that writes down what another one is given and how it ends it.</summary>
internal sealed class RecordedEvaluator<T>(IEvaluator<T> evaluator) : IEvaluator<T>
{
    private volatile bool _isDisposed;

    public IReadOnlyList<IdentityPart> Identity => evaluator.Identity;

    /// <summary>The indices of candidates that were given.</summary>
    public ConcurrentQueue<int> Given { get; } = new();

    /// <summary>The indices of candidates in the order in which they ended.</summary>
    public ConcurrentQueue<int> Ended { get; } = new();

    /// <summary>How many calls came after the session was disposed.</summary>
    public int LateCalls { get; private set; }

    public IEvaluatorSession<T> Start(EvaluatorStart<T> start) => new Session(this, evaluator.Start(start with { Sink = new Sink(this, start.Sink) }));

    private void End(int index)
    {
        Ended.Enqueue(index);
        LateCalls += _isDisposed ? 1 : 0;
    }

    private sealed class Session(RecordedEvaluator<T> owner, IEvaluatorSession<T> session) : IEvaluatorSession<T>
    {
        public int Wanted => session.Wanted;

        public bool IsBusy => session.IsBusy;

        public void Add(IReadOnlyList<Candidate<T>> candidates)
        {
            foreach (var candidate in candidates)
                owner.Given.Enqueue(candidate.Index);
            session.Add(candidates);
        }

        public bool TryTake(out Action? work) => session.TryTake(out work);

        public void Dispose()
        {
            session.Dispose();
            owner._isDisposed = true;
        }
    }

    private sealed class Sink(RecordedEvaluator<T> owner, ITrialSink sink) : ITrialSink
    {
        public bool Report(int index, TrialReport report) => sink.Report(index, report);

        public void Complete(int index, TrialOutcome outcome)
        {
            owner.End(index);
            sink.Complete(index, outcome);
        }

        public void Prune(int index, TimeSpan duration)
        {
            owner.End(index);
            sink.Prune(index, duration);
        }

        public void Fail(int index, Exception error, TimeSpan duration)
        {
            owner.End(index);
            sink.Fail(index, error, duration);
        }

        public void Abandon(int index)
        {
            owner.End(index);
            sink.Abandon(index);
        }
    }
}
