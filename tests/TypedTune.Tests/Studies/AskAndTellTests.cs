using System.Diagnostics.CodeAnalysis;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Studies whose loop is the caller's own.</summary>
public sealed class AskAndTellTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void LoopOfOnesOwn_FindsWhatTheStudyFinds()
    {
        Study<Settings> Study() => new(Settings.Space.Share.Uniform(0, 1)) { Sampler = new HillClimber(), Budget = new() { Trials = 30 }, MaxPendingTrials = 4 };
        static double Score(Settings settings) => Math.Abs(settings.Share - 0.4);
        var study = Study();

        while (study.Ask(3) is { Count: > 0 } asked)
        {
            foreach (var candidate in asked.Reverse())
                study.Tell(candidate, Score(candidate.Configuration));
        }

        var (own, whole) = (study.ToldResult(), Study().Minimize(Score, Cancellation));
        Assert.Equal(whole.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.Rank)), own.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.Rank)));
        Assert.Equal(StopReason.TrialBudget, own.StopReason);
    }

    [Fact]
    public void SamplerThatLearns_GivesNoMoreThanMayBePending()
    {
        var study = new Study<Settings>(Settings.Space.Share.Uniform(0, 1)) { Sampler = new HillClimber(), MaxPendingTrials = 2 };

        var first = study.Ask(10);
        Assert.Equal(2, first.Count);
        Assert.Empty(study.Ask());

        study.Tell(first[1], 1);
        Assert.Empty(study.Ask());
        study.Tell(first[0], 2);
        Assert.Equal([2, 3], study.Ask(10).Select(candidate => candidate.Index));
    }

    [Fact]
    public void Failures_AreTrialsToo()
    {
        var study = new Study<Toy>(Toy.Space.Height.Uniform(0, 2)) { Direction = Direction.Maximize };
        var asked = study.Ask(10);

        study.Tell(asked[0], 1);
        study.Tell(asked[1], double.NaN);
        study.Tell(asked[2], new FormatException("lost"));

        var result = study.ToldResult();
        Assert.Equal([1, null, null], result.Trials.Select(trial => trial.Score));
        Assert.Equal(["The score is not a number.", "lost"], result.Trials.Skip(1).Select(trial => trial.ErrorMessage));
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.Empty(study.Ask());
    }

    [Fact]
    public void CandidateThatIsNotPending_IsRefused()
    {
        var study = new Study<Toy>(Toy.Space.Height.Uniform(0, 2));
        var candidate = study.Ask()[0];
        study.Tell(candidate, 1);

        Assert.StartsWith("No candidate 0 is pending: it was never proposed, or has ended already. End each candidate once.", Assert.Throws<ArgumentException>(() => study.Tell(candidate, 2)).Message);
        Assert.Throws<ArgumentException>(() => study.Tell(new Candidate<Toy>(99, new Toy()), 2));
        Assert.Throws<InvalidOperationException>(() => study.Enqueue(new Toy()));
        Assert.Throws<ArgumentOutOfRangeException>(() => study.Ask(0));
    }

    [Fact]
    public void CandidateOfAnotherStudy_IsRefusedAndNamed()
    {
        var study = new Study<Toy>(Toy.Space.Height.Uniform(0, 2));
        var candidate = study.Ask()[0];
        var foreign = new Study<Toy>(Toy.Space.Height.In(7)).Ask()[0];

        var error = Assert.Throws<ArgumentException>(() => study.Tell(foreign, 1));
        Assert.StartsWith($"Candidate 0 of this study is {candidate.Configuration}, but was told as {foreign.Configuration}.", error.Message, StringComparison.Ordinal);
        Assert.Equal("candidate", error.ParamName);
        Assert.Equal("error", Assert.Throws<ArgumentNullException>(() => study.Tell(candidate, null!)).ParamName);
        study.Tell(candidate, 1);
        Assert.Equal(1, study.ToldResult().Best.Score);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void ProposalThatTheStoreDidNotTake_IsGivenOutByTheNextAsk(int fails, int first)
    {
        var store = new FailingOnce(append: fails);
        var study = new Study<Toy>(Toy.Space.Height.Uniform(0, 4)) { Store = store };

        if (fails == 0)
            Assert.Equal("disk full", Assert.Throws<IOException>(() => study.Ask(3)).Message);
        List<Candidate<Toy>> asked = [.. study.Ask(3)];
        Assert.Equal(first, asked.Count);
        while (study.Ask(3) is { Count: > 0 } more)
            asked.AddRange(more);
        foreach (var candidate in asked)
            study.Tell(candidate, candidate.Configuration.Height);

        Assert.Equal([0, 1, 2, 3, 4], study.ToldResult().Trials.Select(trial => trial.Configuration.Height));
        Assert.Equal([0, 1, 2, 3, 4], store.Kept.OfType<ProposedEvent>().Select(proposed => proposed.Index));
    }

    [Fact]
    public void TrialThatTheStoreDidNotTake_CanBeToldAgain()
    {
        var store = new FailingOnce(append: 1);
        var study = new Study<Toy>(Toy.Space.Height.Uniform(0, 0)) { Store = store };
        var candidate = study.Ask()[0];

        Assert.Equal("disk full", Assert.Throws<IOException>(() => study.Tell(candidate, 5)).Message);
        Assert.Empty(study.ToldResult().Trials);
        study.Tell(candidate, 5);

        Assert.Equal([5], study.ToldResult().Trials.Select(trial => trial.Score!.Value));
        Assert.Equal([5], store.Kept.OfType<EndedEvent>().Select(ended => ended.Score!.Value));
        Assert.Throws<ArgumentException>(() => study.Tell(candidate, 5));
    }

    [Fact]
    public void SamplerThatThrows_IsHeardByAskAndLosesNoTrial()
    {
        var study = new Study<Toy>(Toy.Space.Height.Uniform(0, 9)) { Sampler = new Breaking(After: 2) };
        foreach (var candidate in study.Ask(5))
            study.Tell(candidate, candidate.Index);

        Assert.Equal("worn out", Assert.Throws<FormatException>(() => study.Ask(5)).Message);

        Assert.Equal([0, 1], study.ToldResult().Trials.Select(trial => trial.Score!.Value));
    }

    [Fact]
    public void SamplerThatStartsNothing_IsNamed()
    {
        var study = new Study<Toy>(Toy.Space.Height.Uniform(0, 9)) { Sampler = new Idle() };

        Assert.Equal("The sampler Idle { Learns = False } returned null from Start. Return a session.", Assert.Throws<InvalidOperationException>(() => study.Ask()).Message);
        Assert.StartsWith("The sampler Idle", Assert.Throws<InvalidOperationException>(() => study.Minimize(_ => 0, Cancellation)).Message, StringComparison.Ordinal);
    }

    private sealed class FailingOnce(int append) : IStudyStore
    {
        private int _appends;

        public List<StudyEvent> Kept { get; } = [];

        public IReadOnlyList<StudyEvent> Open(StudyIdentity identity) => [];

        public void Append(StudyEvent happened)
        {
            if (_appends++ == append)
                throw new IOException("disk full");
            Kept.Add(happened);
        }
    }

    private sealed record Breaking(int After) : ISampler
    {
        public bool Learns => false;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => new Session<T>(Sampler.Grid.Start(start), After);

        private sealed class Session<T>(ISamplerSession<T> grid, int after) : ISamplerSession<T>
        {
            public bool TryPropose(ProposalRequest<T> request, [MaybeNullWhen(false)] out T configuration) =>
                request.Index < after ? grid.TryPropose(request, out configuration) : throw new FormatException("worn out");

            public void Tell(Trial<T> trial)
            {
            }
        }
    }

    private sealed record Idle : ISampler
    {
        public bool Learns => false;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => null!;
    }

    [Fact]
    public void ResultBeforeTheEnd_IsUnfinished()
    {
        var study = new Study<Toy>(Toy.Space.Height.Uniform(0, 4));
        study.Ask();

        var result = study.ToldResult();

        Assert.Equal(StopReason.Unfinished, result.StopReason);
        Assert.StartsWith("No trial has ended yet", Assert.Throws<InvalidOperationException>(() => result.Best).Message);
    }
}
