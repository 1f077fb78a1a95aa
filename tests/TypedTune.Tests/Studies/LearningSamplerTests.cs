using CsCheck;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Samplers that learn get one fixed sequence of calls, whenever trials end.</summary>
public sealed class LearningSamplerTests
{
    private static readonly Space<Settings> Space = Settings.Space.Share.Uniform(0, 1) * Settings.Space.Count.Uniform(1, 100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Calls_AreToTellTrialKBeforeProposalKPlusTheWindow()
    {
        var sampler = new HillClimber();

        Study(sampler, window: 3, trials: 6, threads: 2).Minimize(settings => settings.Count, Cancellation);

        Assert.Equal(
            ["propose 0 pending ", "propose 1 pending 0", "propose 2 pending 0,1", "tell 0", "propose 3 pending 1,2", "tell 1", "propose 4 pending 2,3", "tell 2", "propose 5 pending 3,4"],
            sampler.Calls.Select(call => call.StartsWith("tell", StringComparison.Ordinal) ? string.Join(' ', call.Split(' ')[..2]) : call));
    }

    [Fact]
    public void RandomDelays_ChangeNoTrialAtAnyNumberOfThreads() => Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 6]).Sample((seed, window) =>
    {
        StudyResult<Settings> Run(int threads) => (Study(new HillClimber(), window, trials: 60, threads, seed)).Minimize(settings =>
        {
            Thread.SpinWait((int)(Seed.Of(threads).Derive(settings.Count).Value % 20_000));
            if (settings.Count % 7 == threads % 7)
                Thread.Sleep(1);
            return settings.Count % 11 == 0 ? double.NaN : Math.Abs(settings.Share - 0.7) + settings.Count / 100.0;
        }, Cancellation);

        var one = Trials(Run(1));
        Assert.Equal(60, one.Length);
        Assert.Equal(one, Trials(Run(2)));
        Assert.Equal(one, Trials(Run(8)));
    }, iter: 10, threads: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void StudyThatWasStopped_GoesOnToTheTrialsOfAWholeRun(int threads)
    {
        static double Score(Settings settings) => Math.Abs(settings.Share - 0.3) * settings.Count;
        var whole = Study(new HillClimber(), 4, 80, threads).Minimize(Score, Cancellation);
        using var source = new CancellationTokenSource();
        int evaluated = 0;
        var first = Study(new HillClimber(), 4, 80, threads).Minimize(settings =>
        {
            if (Interlocked.Increment(ref evaluated) == 30)
                source.Cancel();
            return Score(settings);
        }, source.Token);
        int again = 0;

        var second = Study(new HillClimber(), 4, 80, threads, known: first.Trials).Minimize(settings =>
        {
            Interlocked.Increment(ref again);
            return Score(settings);
        }, Cancellation);

        Assert.InRange(first.Trials.Count, 30, 30 + threads);
        Assert.Equal(Trials(whole), Trials(second));
        Assert.Equal(80 - first.Trials.Count, again);
    }

    [Fact]
    public void Learning_FindsBetterThanItsFirstTrials()
    {
        var result = Study(new HillClimber(), 4, 200, 2).Minimize(settings => Math.Abs(settings.Share - 0.123), Cancellation);

        Assert.True(result.Best.Score < 0.01, $"The best is {result.Best.Score}.");
        Assert.True(result.Best.Index > 10);
    }

    [Fact]
    public void SamplerThatRepeatsItself_EndsTheStudy()
    {
        var grid = Settings.Space.IsFast.Any();
        var study = new Study<Settings>(grid) { Sampler = new HillClimber(), Budget = new() { Trials = 5 }, MaxPendingTrials = 1 };

        var result = study.Minimize(settings => settings.IsFast ? 0 : 1, Cancellation);

        Assert.InRange(result.Trials.Count, 1, 2);
        Assert.Equal(result.Trials.Count == 2 ? StopReason.Completed : StopReason.Repetition, result.StopReason);
        Assert.True(result.Trials.Sum(trial => trial.Occurrences) > 5000);
    }

    [Fact]
    public void SamplerThatThrows_EndsTheStudyWithWhatIsFinished()
    {
        var sampler = new Broken(after: 5);

        var result = new Study<Settings>(Space) { Sampler = sampler, Budget = new() { Trials = 50 }, Threads = 2 }.Minimize(_ => 1, Cancellation);

        Assert.Equal((5, StopReason.Error, "broken"), (result.Trials.Count, result.StopReason, result.Error!.Message));
        Assert.Equal("broken", Assert.Throws<FormatException>(() => new Study<Settings>(Space) { Sampler = new Broken(0), Budget = new() { Trials = 9 } }.Minimize(_ => 1, Cancellation)).Message);
    }

    [Fact]
    public void EnqueuedConfigurations_ComeFirstAndAreTold()
    {
        var sampler = new HillClimber();
        var study = Study(sampler, window: 1, trials: 4, threads: 2);
        study.Enqueue(new Settings { Share = 0.5, Count = 7 });
        study.Enqueue(new Settings { Share = 0.25, Count = 8 });

        var result = study.Minimize(settings => settings.Count, Cancellation);

        Assert.Equal([7, 8], result.Trials.Take(2).Select(trial => trial.Configuration.Count));
        Assert.Equal(["tell 0 7", "tell 1 8"], sampler.Calls.Take(2));
        Assert.Equal(4, result.Trials.Count);
    }

    private static Study<Settings> Study(ISampler sampler, int window, int trials, int threads, int seed = 1, IEnumerable<Trial<Settings>>? known = null) => new(Space)
    {
        Sampler = sampler,
        MaxPendingTrials = window,
        Budget = new() { Trials = trials },
        Threads = threads,
        Seed = seed,
        KnownTrials = known ?? [],
    };

    private static (int, Settings, double?)[] Trials(StudyResult<Settings> result) => [.. result.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score))];

    private sealed record Broken(int after) : ISampler
    {
        public bool Learns => false;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => new Session<T>(start, after);

        private sealed class Session<T>(SamplerStart<T> start, int after) : ISamplerSession<T>
        {
            public void Tell(Trial<T> trial) => throw new InvalidOperationException("A sampler that does not learn is told nothing.");

            public bool TryPropose(ProposalRequest<T> request, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T configuration) =>
                request.Index < after ? start.Space.TryPoint([.. Enumerable.Repeat((request.Index + 0.5) / 50, start.Space.Dimensions)], out configuration) : throw new FormatException("broken");
        }
    }
}
