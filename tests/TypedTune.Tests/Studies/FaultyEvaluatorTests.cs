using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>An evaluator or a sampler of the user's own may throw wherever it is called: the study ends, says why, and keeps its trials.</summary>
public sealed class FaultyEvaluatorTests
{
    private static readonly Grid<Toy> Ten = Toy.Space.Height.Uniform(0, 9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Places { get; } = new(
        from place in (string[])["Wanted", "IsBusy", "TryTake", "no work", "Add", "Dispose"]
        from threads in (int[])[1, 3]
        select (place, threads));

    [Theory]
    [MemberData(nameof(Places))]
    public void SessionThatThrows_EndsTheStudyWithItsTrials(string place, int threads)
    {
        var study = new Study<Toy>(Ten) { Threads = threads };

        var result = study.Run(new Faulty(place), Cancellation);

        Assert.Equal(StopReason.Error, result.StopReason);
        Assert.InRange(result.Trials.Count, 4, 10);
        Assert.Contains(place == "no work" ? "said that work is ready, but gave none" : place, result.Error!.Message);
    }

    [Fact]
    public void SessionThatIsNull_IsNamed()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new Study<Toy>(Ten).Run(new Faulty("Start"), Cancellation));

        Assert.Contains("started no session: its Start returned null", failure.Message);
    }

    [Fact]
    public void StalledEvaluatorWhoseTextThrows_IsNamedByItsType()
    {
        var result = new Study<Toy>(Ten).Run(new Faulty("ToString"), Cancellation);

        Assert.StartsWith("The evaluator TypedTune.Tests.Studies.FaultyEvaluatorTests+Faulty has ended without ending", result.Error!.Message);
    }

    [Fact]
    public void PrunerThatThrows_EndsTheStudyWithItsTrials()
    {
        var study = new Study<Toy>(Ten) { Pruner = new ThrowingPruner(), Threads = 1 };

        var result = study.Minimize(
            (toy, trial, _) =>
            {
                trial.Report(1, toy.Height);
                return toy.Height;
            },
            Cancellation);

        Assert.Equal((StopReason.Error, "pruner"), (result.StopReason, result.Error?.Message));
        Assert.Equal([0, 1, 2, 3, 4], result.Trials.Select(trial => trial.Score!.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SamplerThatRepeatsItselfWithoutEnd_EndsTheStudy(bool learns)
    {
        var study = new Study<Toy>(Ten) { Sampler = new Parrot(learns, Throws: false), Budget = new() { Trials = 5 } };

        var result = study.Minimize(toy => toy.Height, Cancellation);

        Assert.Equal((1, StopReason.Repetition), (result.Trials.Count, result.StopReason));
    }

    [Fact]
    public void SamplerThatThrowsWhenDisposed_LosesNoTrial()
    {
        var study = new Study<Toy>(Ten) { Sampler = new Parrot(Learns: false, Throws: true), Budget = new() { Trials = 1 } };

        var result = study.Minimize(toy => toy.Height, Cancellation);

        Assert.Equal((1, "disposed"), (result.Trials.Count, result.Error?.Message));
    }

    private sealed class ThrowingPruner : IPruner
    {
        public bool ShouldPrune(PruningContext context) => context.Index == 4 ? throw new FormatException("pruner") : false;
    }

    private sealed record Parrot(bool Learns, bool Throws) : ISampler
    {
        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => new Session<T>(start.Space.Root, Throws);

        private sealed class Session<T>(T only, bool throws) : ISamplerSession<T>, IDisposable
        {
            public void Tell(Trial<T> trial)
            {
            }

            public bool TryPropose(ProposalRequest<T> request, out T configuration)
            {
                configuration = only;
                return true;
            }

            public void Dispose()
            {
                if (throws)
                    throw new FormatException("disposed");
            }
        }
    }

    private sealed class Faulty(string place) : IEvaluator<Toy>
    {
        public IEvaluatorSession<Toy> Start(EvaluatorStart<Toy> start) => place == "Start" ? null! : new Session(place, start);

        public override string ToString() => place == "ToString" ? throw new FormatException() : place;

        private sealed class Session(string place, EvaluatorStart<Toy> start) : IEvaluatorSession<Toy>
        {
            private readonly Lock _gate = new();
            private readonly Queue<Candidate<Toy>> _waiting = new();
            private int _ended;

            private bool IsDue(string here) => here == place && Volatile.Read(ref _ended) >= 4;

            public int Wanted
            {
                get
                {
                    lock (_gate)
                        return IsDue("Wanted") ? throw new FormatException(place) : _waiting.Count == 0 ? 4 : 0;
                }
            }

            public bool IsBusy => IsDue("IsBusy") ? throw new FormatException(place) : false;

            public void Add(IReadOnlyList<Candidate<Toy>> candidates)
            {
                if (IsDue("Add"))
                    throw new FormatException(place);
                lock (_gate)
                {
                    foreach (var candidate in candidates)
                        _waiting.Enqueue(candidate);
                }
            }

            public bool TryTake(out Action? work)
            {
                work = null;
                if (IsDue("TryTake"))
                    throw new FormatException(place);
                if (IsDue("no work"))
                    return true;
                Candidate<Toy> candidate;
                lock (_gate)
                {
                    if (!_waiting.TryDequeue(out candidate) || (place == "ToString" && candidate.Index == 4))
                        return false;
                }

                work = () =>
                {
                    start.Sink.Complete(candidate.Index, new TrialOutcome(candidate.Configuration.Height));
                    Interlocked.Increment(ref _ended);
                };
                return true;
            }

            public void Dispose()
            {
                if (place == "Dispose")
                    throw new FormatException(place);
            }
        }
    }
}
