using CsCheck;

namespace TypedTune.Contracts;

/// <summary>What every store promises. Inherit it in a test project, and say how to create a store and how to open its history anew.</summary>
public abstract class StoreContract
{
    private static readonly Gen<double> s_numbers = Gen.OneOf(
        Gen.Double,
        Gen.OneOf(0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, 0.1, 1 / 3.0, Math.BitIncrement(1)));

    private static readonly Gen<string> s_texts = Gen.OneOf(
        Gen.String,
        Gen.OneOf("", " ", "\0", "\"\\", "a\r\nb\u2028c\td", "größer, 更大, \U0001F600", "[\"$type\"]", new string('x', 100_000), "null"));

    private static readonly Gen<StudyEvent> s_events = Gen.OneOf(
        Gen.Select(Gen.Int[0, int.MaxValue], s_texts).Select((index, text) => (StudyEvent)new ProposedEvent(index, Paired(text))),
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int, s_numbers).Select((index, step, value) => (StudyEvent)new ReportedEvent(index, new TrialReport(step, value))),
        Gen.Select(Gen.Int[0, int.MaxValue], s_numbers, Gen.OneOf(s_numbers, Gen.Const(double.NaN)).Array[0, 5], Gen.Long[0, long.MaxValue]).Select((index, score, details, ticks) =>
            (StudyEvent)new EndedEvent(index, TrialState.Complete) { Score = score, Details = details, Duration = new TimeSpan(ticks) }),
        Gen.Select(Gen.Int[0, int.MaxValue], s_texts).Select((index, text) => (StudyEvent)new EndedEvent(index, TrialState.Failed) { Error = Paired(text) }),
        Gen.Int[0, int.MaxValue].Select(index => (StudyEvent)new EndedEvent(index, TrialState.Pruned)));

    private static readonly StudyIdentity s_identity = new([new("seed", "7"), new("data", "größer \"and\" \n wider"), new("empty", "")]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Creates a store without a history.</summary>
    protected abstract IStudyStore Create();

    /// <summary>Opens the history of a store as whoever comes later does, as from the same file; the store itself where it lives in memory.</summary>
    /// <param name="store">What <see cref="Create"/> made; it is not used any more.</param>
    protected abstract IStudyStore Reopen(IStudyStore store);

    [Fact]
    public void NewHistory_IsEmpty()
    {
        var store = Create();

        Assert.Empty(store.Open(s_identity));
        Assert.Empty(Reopen(store).Open(s_identity));
    }

    [Fact]
    public void WhatWasAppended_IsThereBitForBitAndInOrder() => s_events.Array[0, 20].Sample(
        events =>
        {
            var store = Create();
            store.Open(s_identity);
            events = InOrder(events);
            foreach (var happened in events)
                store.Append(happened);

            var later = Reopen(store);

            Assert.Equal(events.Select(EventTexts.From), later.Open(s_identity).Select(EventTexts.From));
            Assert.Equal(events.Select(EventTexts.From), later.Open(s_identity).Select(EventTexts.From));
        },
        iter: 30,
        threads: 1);

    [Fact]
    public void EventsAfterReopening_ComeAfterThoseBefore()
    {
        var store = Create();
        StudyEvent[] events = [.. Enumerable.Range(0, 6).Select(index => new ProposedEvent(index, $"text {index}"))];
        for (int i = 0; i < events.Length; i += 2)
        {
            store = Reopen(store);
            Assert.Equal(events.Take(i), store.Open(s_identity));
            store.Append(events[i]);
            store.Append(events[i + 1]);
        }

        Assert.Equal(events, Reopen(store).Open(s_identity));
    }

    [Fact]
    public void ReturnedEvents_AreNotChangedByLaterOnes()
    {
        var store = Create();
        store.Open(s_identity);
        store.Append(new ProposedEvent(0, "zero"));
        var before = store.Open(s_identity);

        store.Append(new ProposedEvent(1, "one"));

        Assert.Equal([new ProposedEvent(0, "zero")], before);
    }

    [Theory]
    [InlineData("seed", "8")]
    [InlineData("data", "another")]
    [InlineData("sampler", "random")]
    public void AnotherIdentity_IsRefusedAndNamesWhatDiffers(string name, string text)
    {
        var store = Create();
        store.Open(s_identity);
        store.Append(new ProposedEvent(0, "kept"));
        var other = new StudyIdentity([.. s_identity.Parts.Where(part => part.Name != name), new(name, text)]);

        var later = Reopen(store);

        Assert.Contains(other.FindDifference(s_identity)!, Assert.Throws<InvalidOperationException>(() => later.Open(other)).Message, StringComparison.Ordinal);
        Assert.Equal([new ProposedEvent(0, "kept")], later.Open(s_identity));
    }

    [Fact]
    public void ConcurrentAppends_AreAllThereAndInTheOrderOfEachThread()
    {
        const int Threads = 8, Each = 40;
        var store = Create();
        store.Open(s_identity);
        using var scheduler = new WorkScheduler(Threads);

        scheduler.For(Threads, thread =>
        {
            store.Append(new ProposedEvent(thread, "text"));
            for (int i = 0; i < Each; i++)
                store.Append(new ReportedEvent(thread, new TrialReport(i, i / 3.0)));
        }, Cancellation);

        var events = Reopen(store).Open(s_identity).OfType<ReportedEvent>().ToLookup(happened => happened.Index, happened => happened.Report);
        Assert.Equal(Threads, events.Count);
        Assert.All(events, own => Assert.Equal(Enumerable.Range(0, Each).Select(i => new TrialReport(i, i / 3.0)), own));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TwoStudiesAtOnce_AreRefusedAndTheHistoryStaysReadable(bool asksTogether)
    {
        var store = Create();
        var (one, other) = (Study(store, 1), Study(store, 1));
        var asked = one.Ask(4);
        other.Ask(asksTogether ? 4 : 2);

        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var candidate in asked)
            {
                one.Tell(candidate, candidate.Configuration.Score());
                other.Tell(candidate, candidate.Configuration.Score());
            }
        });

        Assert.Contains("Two studies write to one store", error.Message, StringComparison.Ordinal);
        Assert.Equal(TrialTexts.From(Study(null, 1).Minimize(settings => settings.Score(), Cancellation)), TrialTexts.From(Study(Reopen(store), 1).Minimize(settings => settings.Score(), Cancellation)));
    }

    [Fact]
    public void ProposalOfASecondStudy_IsRefused()
    {
        var store = Create();
        store.Open(s_identity);
        store.Append(new ProposedEvent(3, "one"));

        Assert.Throws<InvalidOperationException>(() => store.Append(new ProposedEvent(3, "other")));
        Assert.Throws<InvalidOperationException>(() => store.Append(new ReportedEvent(2, new TrialReport(1, 1))));
        Assert.Throws<InvalidOperationException>(() => store.Append(new EndedEvent(2, TrialState.Pruned)));

        store.Append(new EndedEvent(3, TrialState.Pruned));
        Assert.Throws<InvalidOperationException>(() => store.Append(new EndedEvent(3, TrialState.Pruned)));
        Assert.Equal([new ProposedEvent(3, "one"), new EndedEvent(3, TrialState.Pruned)], Reopen(store).Open(s_identity));
    }

    [Fact]
    public void AppendingBeforeOpening_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => Create().Append(new ProposedEvent(0, "")));
    }

    [Fact]
    public void MissingArguments_AreRefused()
    {
        var store = Create();
        Assert.Throws<ArgumentNullException>(() => store.Open(null!));
        store.Open(s_identity);
        Assert.Throws<ArgumentNullException>(() => store.Append(null!));
    }

    [Fact]
    public void StudyThatWasKilledAfterAnyEvent_GoesOnToTheTrialsOfAWholeRun() => Gen.Select(Gen.Double[0, 1], Gen.OneOf(1, 4)).Sample(
        (share, threads) =>
        {
            var history = new InMemoryStore();
            var whole = Study(history, threads).Minimize(Reporting, Cancellation);
            var store = Create();
            store.Open(Study(store, 1).DescribeIdentity([]));
            foreach (var happened in history.Events.Take((int)Math.Round(share * history.Events.Count)))
                store.Append(happened);

            var result = Study(Reopen(store), threads).Minimize(Reporting, Cancellation);

            Assert.Equal(TrialTexts.From(whole), TrialTexts.From(result));
        },
        iter: 12,
        threads: 1);

    [Fact]
    public void StudyThatWasCancelled_EvaluatesOnlyWhatIsMissing()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var store = Create();
        int begun = 0, again = 0;
        var first = Study(store, 2).Minimize(
            (settings, trial, token) =>
            {
                if (Interlocked.Increment(ref begun) == 9)
                    source.Cancel();
                return Reporting(settings, trial, token);
            },
            source.Token);

        var second = Study(Reopen(store), 2).Minimize(
            (settings, trial, token) =>
            {
                Interlocked.Increment(ref again);
                return Reporting(settings, trial, token);
            },
            Cancellation);

        Assert.Equal(TrialTexts.From(Study(null, 1).Minimize(Reporting, Cancellation)), TrialTexts.From(second));
        Assert.Equal(second.Trials.Count - first.Trials.Count(trial => trial.State != TrialState.Failed), again);
    }

    // As a study writes them: each trial is proposed once, before it reports or ends.
    private static StudyEvent[] InOrder(StudyEvent[] events) =>
        [.. events.DistinctBy(happened => happened.Index).SelectMany(happened => happened is ProposedEvent ? [happened] : new[] { new ProposedEvent(happened.Index, "text"), happened })];

    // A text of characters that have an encoding: halves of surrogate pairs have none.
    private static string Paired(string text) => new([.. text.Where((character, i) => !char.IsSurrogate(character) || char.IsSurrogatePair(text, char.IsHighSurrogate(character) ? i : Math.Max(0, i - 1)))]);

    private static double Reporting(ContractSettings settings, RunningTrial trial, CancellationToken cancellation)
    {
        trial.Report(1, settings.Share);
        trial.Report(2, -settings.Share);
        return settings.Score();
    }

    private static Study<ContractSettings> Study(IStudyStore? store, int threads) => new(ContractSettings.Continuum)
    {
        Budget = new() { Trials = 24 },
        Seed = 3,
        Threads = threads,
        Store = store,
    };
}
