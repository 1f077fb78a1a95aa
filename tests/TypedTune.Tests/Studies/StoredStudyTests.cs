using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Studies that keep their history, and go on from it.</summary>
public sealed class StoredStudyTests
{
    private static readonly Space<Settings> Space = Settings.Space.Share.Uniform(0, 1) * Settings.Space.Count.Uniform(1, 100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void History_IsEachProposalReportAndEndInOrder()
    {
        var store = new InMemoryStore();

        new Study<Settings>(Settings.Space.Count.In(3, 4)) { Store = store, Threads = 1 }.Minimize((settings, trial, _) =>
        {
            trial.Report(1, 0.5);
            return settings.Count == 4 ? throw new FormatException("four") : settings.Count;
        }, Cancellation);

        Assert.Equal(
            ["ProposedEvent 0", "ReportedEvent 0", "EndedEvent 0", "ProposedEvent 1", "ReportedEvent 1", "EndedEvent 1"],
            store.Events.OrderBy(happened => happened.Index).Select(happened => $"{happened.GetType().Name} {happened.Index}"));
        Assert.Equal((TrialState.Complete, 3.0), store.Events.OfType<EndedEvent>().Where(ended => ended.Index == 0).Select(ended => (ended.State, ended.Score!.Value)).Single());
        Assert.Equal("four", store.Events.OfType<EndedEvent>().Single(ended => ended.State == TrialState.Failed).Error);
        Assert.Equal(new Settings { Count = 3 }, ConfigurationText.Parse(store.Events.OfType<ProposedEvent>().First().Configuration, new Settings()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void StudyThatWasCancelled_GoesOnFromItsStoreToTheTrialsOfAWholeRun(int threads)
    {
        static double Score(Settings settings) => settings.Count % 13 == 0 ? double.NaN : Math.Abs(settings.Share - 0.3) * settings.Count;
        Study<Settings> Study(IStudyStore? store) => new(Space) { Sampler = new HillClimber(), Budget = new() { Trials = 60 }, Threads = threads, Store = store };
        var whole = Study(null).Minimize(Score, Cancellation);
        var store = new InMemoryStore();
        using var source = new CancellationTokenSource();
        int evaluated = 0, again = 0;
        var first = Study(store).Minimize(settings =>
        {
            if (Interlocked.Increment(ref evaluated) == 25)
                source.Cancel();
            return Score(settings);
        }, source.Token);

        var second = Study(store).Minimize(settings =>
        {
            Interlocked.Increment(ref again);
            return Score(settings);
        }, Cancellation);

        Assert.Equal(StopReason.Cancelled, first.StopReason);
        Assert.Equal(
            whole.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.ErrorMessage)),
            second.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.ErrorMessage)));
        Assert.Equal(60 - first.Trials.Count(trial => trial.Succeeded), again);
    }

    [Fact]
    public void AnotherStudy_IsToldWhatDiffers()
    {
        var store = new InMemoryStore();
        var study = new Study<Settings>(Space) { Budget = new() { Trials = 3 }, Store = store };
        study.Minimize(settings => settings.Share, Cancellation);

        string Refusal(Study<Settings> other, bool maximizes = false) =>
            Assert.Throws<InvalidOperationException>(() => maximizes ? other.Maximize(_ => 0, Cancellation) : other.Minimize(_ => 0, Cancellation)).Message;

        Assert.Equal(
            "The store holds the history of another study: its seed was 0, and is 7 now. Use a new store, or continue with what the history was made with.",
            Refusal(new Study<Settings>(Space) { Budget = new() { Trials = 3 }, Store = store, Seed = 7 }));
        Assert.Contains("its direction was Minimize, and is Maximize now", Refusal(new Study<Settings>(Space) { Budget = new() { Trials = 3 }, Store = store }, maximizes: true));
        Assert.Contains("its sampler was RandomSampler", Refusal(new Study<Settings>(Space) { Budget = new() { Trials = 3 }, Store = store, Sampler = new HillClimber() }));
        Assert.Contains("its list of hyperparameters that vary was Count, Share, and is Count, IsFast, Share now", Refusal(new Study<Settings>(Space * Settings.Space.IsFast.Any()) { Budget = new() { Trials = 3 }, Store = store }));
        var other = Settings.SpaceFrom(new Settings { Name = "another" });
        Assert.Contains("its Name was \"plain\", and is \"another\" now", Refusal(new Study<Settings>(other.Share.Uniform(0, 1) * other.Count.Uniform(1, 100)) { Budget = new() { Trials = 3 }, Store = store }));
    }

    [Fact]
    public void StoreThatCannotKeepAnEvent_EndsTheStudyWithWhatIsFinished()
    {
        var result = new Study<Settings>(Settings.Space.Count.Uniform(1, 50)) { Store = new Full(after: 9), Threads = 1 }.Minimize(settings => settings.Count, Cancellation);

        Assert.Equal((StopReason.Error, "disk full"), (result.StopReason, Assert.IsType<IOException>(result.Error).Message));
        Assert.NotEmpty(result.Trials);
    }

    [Fact]
    public void EvaluatorThatReturnsNull_IsNamed()
    {
        Study<Settings> Study(IStudyStore? store) => new(Settings.Space.Count.In(1)) { Store = store };

        Assert.StartsWith("The evaluator Void { ", Assert.Throws<InvalidOperationException>(() => Study(new InMemoryStore()).Run(new Void(HasIdentity: false), Cancellation)).Message, StringComparison.Ordinal);
        Assert.Contains("its Start returned null", Assert.Throws<InvalidOperationException>(() => Study(null).Run(new Void(HasIdentity: true), Cancellation)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StudyInAnotherCulture_GoesOn()
    {
        var store = new InMemoryStore();
        Study<Settings> Study() => new(Space) { Sampler = new Stepping(0.25), Pruner = new Above(1.5), Budget = new() { Trials = 3 }, Store = store };
        Study().Minimize(settings => settings.Share, Cancellation);
        using var german = new Culture("de-DE");

        Assert.Equal(3, Study().Minimize(_ => throw new FormatException("known"), Cancellation).Trials.Count);

        Assert.Contains(Study().DescribeIdentity([]).Parts, part => part is { Name: "sampler", Text: "Stepping { Step = 0.25, Learns = False }" });
        Assert.Equal("de-DE", System.Globalization.CultureInfo.CurrentCulture.Name);
    }

    [Fact]
    public void NumberOfProposals_IsToldInARunWithoutOpeningItsStore()
    {
        var study = new Study<Settings>(Settings.Space.Count.Uniform(1, 20)) { Store = new InMemoryStore(), Threads = 2 };

        var result = study.Minimize(settings => settings.Count + study.ProposalCount!.Value, Cancellation);

        Assert.Equal((StopReason.Completed, 20, 21), (result.StopReason, result.Trials.Count, result.Best.Score));
    }

    [Fact]
    public void SamplerOrPrunerWithoutAText_CannotBeKept()
    {
        var study = new Study<Settings>(Space) { Sampler = new Speechless(), Budget = new() { Trials = 3 } };
        Assert.Equal(3, study.Minimize(settings => settings.Share, Cancellation).Trials.Count);

        Assert.StartsWith(
            "The study cannot keep its history: its sampler, TypedTune.Tests.Studies.StoredStudyTests+Speechless, has no text of its own",
            Assert.Throws<ArgumentException>(() => new Study<Settings>(Space) { Sampler = new Speechless(), Store = new InMemoryStore() }.Ask()).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "its pruner, TypedTune.Tests.Studies.StoredStudyTests+Speechless, has no text of its own",
            Assert.Throws<ArgumentException>(() => new Study<Settings>(Space) { Pruner = new Speechless(), Store = new InMemoryStore() }.Minimize(_ => 0, Cancellation)).Message,
            StringComparison.Ordinal);
    }

    private sealed record Stepping(double Step) : ISampler
    {
        public bool Learns => false;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => Sampler.Random.Start(start);
    }

    private sealed record Above(double Limit) : IPruner
    {
        public bool ShouldPrune(PruningContext context) => context.Reports[^1].Value > Limit;
    }

    private sealed class Speechless : ISampler, IPruner
    {
        public bool Learns => false;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => Sampler.Random.Start(start);

        public bool ShouldPrune(PruningContext context) => false;
    }

    private sealed record Void(bool HasIdentity) : IEvaluator<Settings>
    {
        public IReadOnlyList<IdentityPart> Identity => HasIdentity ? [] : null!;

        public IEvaluatorSession<Settings> Start(EvaluatorStart<Settings> start) => null!;
    }

    [Fact]
    public void StoreThatFailsOnce_GetsNothingAfterwardsSoThatTheStudyGoesOnToTheSameTrials()
    {
        Study<Settings> Reporting(IStudyStore? store) => new(Settings.Space.Count.Uniform(1, 12)) { Store = store, Threads = 2, Pruner = new AboveTheFirst(), MaxPendingTrials = 2 };
        static double Objective(Settings settings, RunningTrial trial, CancellationToken token)
        {
            for (int step = 1; step <= 3; step++)
                trial.Report(step, settings.Count % 5 + step);
            return settings.Count % 5;
        }

        static string Text(Trial<Settings> trial) => $"{trial.Index} {trial.State} {trial.Score} {string.Join(',', trial.Reports)}";
        var whole = Reporting(null).Minimize(Objective, Cancellation).Trials.Select(Text).ToArray();
        for (int at = 0; at < 30; at++)
        {
            var store = new FailsOnce(at);

            // Where nothing was finished before it, the exception is all that there is.
            try
            {
                Assert.Equal(StopReason.Error, Reporting(store).Minimize(Objective, Cancellation).StopReason);
            }
            catch (IOException)
            {
            }

            Assert.Equal(whole, Reporting(store).Minimize(Objective, Cancellation).Trials.Select(Text));
        }
    }

    private sealed record AboveTheFirst : IPruner
    {
        public bool ShouldPrune(PruningContext context) => context.Reports[^1].Step == 2 && context.Reports[0].Value > 3;
    }

    private sealed class FailsOnce(int at) : IStudyStore
    {
        private readonly InMemoryStore _inner = new();
        private int _appends;

        public IReadOnlyList<StudyEvent> Open(StudyIdentity identity) => _inner.Open(identity);

        public void Append(StudyEvent happened)
        {
            if (Interlocked.Increment(ref _appends) == at + 1)
                throw new IOException("disk full");
            _inner.Append(happened);
        }
    }

    private sealed class Full(int after) : IStudyStore
    {
        private int _count;

        public IReadOnlyList<StudyEvent> Open(StudyIdentity identity) => [];

        public void Append(StudyEvent happened)
        {
            if (Interlocked.Increment(ref _count) > after)
                throw new IOException("disk full");
        }
    }
}
