using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Whatever user code throws, and wherever: the finished trials stay.</summary>
public sealed class FaultyCodeTests
{
    private static readonly Grid<Toy> Ten = Toy.Space.Height.Uniform(0, 9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ExceptionWhoseMessageThrows_IsKeptWithItsTrial(int threads)
    {
        var result = new Study<Toy>(Ten) { Threads = threads }.Minimize(toy => toy.Height == 3 ? throw new MuteException() : toy.Height, Cancellation);

        Assert.Equal(10, result.Trials.Count);
        Assert.Equal("TypedTune.Tests.Studies.FaultyCodeTests+MuteException, whose message could not be read since that threw System.NotSupportedException", result.Trials[3].ErrorMessage);
        Assert.Contains("MuteException", result.Trials[3].ToString());
        Assert.Contains("MuteException", result.ToTable().ToString());
        var none = new Study<Toy>(Ten).Minimize(_ => throw new MuteException(), Cancellation);
        Assert.Contains("MuteException", Assert.Throws<InvalidOperationException>(() => none.Best).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void CallbackOnATokenThatThrows_LosesNoTrial(int threads)
    {
        var study = new Study<Settings>(Settings.Space.Ticks.Uniform(0, long.MaxValue)) { Threads = threads, Budget = new() { Time = TimeSpan.FromMilliseconds(100) } };

        var result = study.Minimize((settings, token) =>
        {
            token.Register(() => throw new FormatException("callback"));
            return settings.Ticks;
        }, Cancellation);

        Assert.Equal(StopReason.TimeBudget, result.StopReason);
        Assert.Equal(0, result.Best.Score);
    }

    [Fact]
    public void CallbackOnATimeLimitThatThrows_FailsItsTrialOnly()
    {
        var study = new Study<Toy>(Ten) { TrialTimeout = TimeSpan.FromMilliseconds(20), Threads = 2 };

        var result = study.Minimize((toy, token) =>
        {
            token.Register(() => throw new FormatException("callback"));
            if (toy.Height == 4)
                token.WaitHandle.WaitOne();
            token.ThrowIfCancellationRequested();
            return toy.Height;
        }, Cancellation);

        Assert.Equal([4], result.Trials.Where(trial => !trial.Succeeded).Select(trial => trial.Index));
        Assert.IsType<TimeoutException>(result.Trials[4].Error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ObserversThatThrowOrCallBackIn_LoseNoTrial(int threads)
    {
        var control = new RunControl();
        var inner = new Study<Toy>(Toy.Space.Width.Uniform(0, 3));
        var (bad, nested) = (new Bad(), new CallsBack(control, inner));
        var study = new Study<Toy>(Ten) { Threads = threads, Control = control, Observers = [bad, nested] };

        var result = study.Minimize(toy => toy.Height, Cancellation);

        Assert.Equal((10, StopReason.Completed), (result.Trials.Count, result.StopReason));
        Assert.Equal("the bad one threw: bad", Assert.Single(result.ObserverErrors).ToString());
        Assert.Equal(10, nested.Ended);
    }

    [Fact]
    public void SlowObserver_KeepsNoMoreThanOneThreadFromWork()
    {
        using var evaluated = new CountdownEvent(10);
        var slow = new Waits(evaluated);

        var result = new Study<Toy>(Ten) { Threads = 2, Observers = [slow] }.Minimize(toy =>
        {
            evaluated.Signal();
            return toy.Height;
        }, Cancellation);

        Assert.True(slow.HasSeenAll);
        Assert.Equal(10, result.Trials.Count);
    }

    [Fact]
    public void ObserverThatThrows_IsDroppedAndNotOneThatEqualsIt()
    {
        var (good, bad) = (new Twin { Name = "good" }, new Twin { Name = "bad" });

        var result = new Study<Toy>(Ten) { Threads = 1, Observers = [good, bad] }.Minimize(toy => toy.Height, Cancellation);

        Assert.Equal((10, 10, 1), (result.Trials.Count, good.Told, bad.Told));
        Assert.Single(result.ObserverErrors);
    }

    [Fact]
    public void SlowObserver_DoesNotLetEventsPileUp()
    {
        var study = new Study<Settings>(Settings.Space.Ticks.Uniform(0, long.MaxValue)) { Threads = 2, Observers = [new Slow()], Budget = new() { Time = TimeSpan.FromMilliseconds(300) } };

        var result = study.Minimize(settings => settings.Ticks, Cancellation);

        Assert.InRange(result.Trials.Count, 1, 100_000);
        Assert.InRange(result.Duration, TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task CallbackThatTouchesTheControlWhileTheStudyEnds_HoldsNobodyUp()
    {
        for (int round = 0; round < 200; round++)
        {
            var control = new RunControl();
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var study = new Study<Toy>(Ten) { Control = control, Threads = 2 };
            var canceller = Task.Run(source.Cancel, Cancellation);

            var run = Task.Run(() => study.Minimize((toy, token) =>
            {
                token.Register(() =>
                {
                    control.Pause();
                    control.Continue();
                });
                return toy.Height;
            }, source.Token), Cancellation);

            await Task.WhenAll(run, canceller).WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        }
    }

    [Fact]
    public void EvaluatorThatForgetsACandidate_IsNamedAndTheOthersStay()
    {
        var result = new Study<Toy>(Ten).Run(new Forgetful(), Cancellation);

        Assert.Equal((9, StopReason.Error), (result.Trials.Count, result.StopReason));
        Assert.StartsWith("The evaluator the forgetful one has ended without ending 1 of its candidates.", result.Error!.Message);
    }

    private sealed class MuteException : Exception
    {
        public override string Message => throw new NotSupportedException();

        public override string ToString() => throw new NotSupportedException();
    }

    private sealed class Bad : IStudyObserver<Toy>
    {
        public void Ended(Trial<Toy> trial, StudyProgress progress) => throw new FormatException("bad");

        public override string ToString() => "the bad one";
    }

    private sealed class CallsBack(RunControl control, Study<Toy> inner) : IStudyObserver<Toy>
    {
        public int Ended { get; private set; }

        void IStudyObserver<Toy>.Ended(Trial<Toy> trial, StudyProgress progress)
        {
            control.Pause();
            control.Continue();
            Ended += inner.Minimize(toy => toy.Width).Trials.Count / 4;
        }
    }

    private sealed record Twin : IStudyObserver<Toy>
    {
        public required string Name { get; init; }

        public int Told { get; private set; }

        public bool Equals(Twin? other) => other is not null;

        public override int GetHashCode() => 0;

        void IStudyObserver<Toy>.Ended(Trial<Toy> trial, StudyProgress progress)
        {
            Told++;
            if (Name == "bad")
                throw new FormatException("bad");
        }
    }

    private sealed class Slow : IStudyObserver<Settings>
    {
        public void Ended(Trial<Settings> trial, StudyProgress progress) => Thread.SpinWait(20_000);
    }

    private sealed class Waits(CountdownEvent evaluated) : IStudyObserver<Toy>
    {
        public bool HasSeenAll { get; private set; } = true;

        public void Ended(Trial<Toy> trial, StudyProgress progress) => HasSeenAll &= evaluated.Wait(TimeSpan.FromSeconds(20));
    }

    private sealed class Forgetful : IEvaluator<Toy>
    {
        public IEvaluatorSession<Toy> Start(EvaluatorStart<Toy> start) => new Session(start);

        public override string ToString() => "the forgetful one";

        private sealed class Session(EvaluatorStart<Toy> start) : IEvaluatorSession<Toy>
        {
            private readonly Queue<Candidate<Toy>> _waiting = new();

            public int Wanted => _waiting.Count == 0 ? 3 : 0;

            public void Add(IReadOnlyList<Candidate<Toy>> candidates)
            {
                foreach (var candidate in candidates)
                {
                    if (candidate.Index != 6)
                        _waiting.Enqueue(candidate);
                }
            }

            public bool TryTake(out Action? work)
            {
                work = null;
                if (_waiting.TryDequeue(out var candidate))
                    work = () => start.Sink.Complete(candidate.Index, new TrialOutcome(candidate.Configuration.Height));
                return work is not null;
            }

            public void Dispose()
            {
            }
        }
    }
}
