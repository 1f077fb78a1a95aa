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
}
