using CsCheck;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Limits end a study at the same trial at any number of threads.</summary>
public sealed class BudgetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Threads => [1, 2, 8];

    [Theory]
    [MemberData(nameof(Threads))]
    public void Trials_AreTheFirstDistinctOnes(int threads)
    {
        var grid = Toy.Space.Height.In(4, 4, 2, 4, 2, 7, 1, 0);

        var result = new Study<Toy>(grid) { Budget = new() { Trials = 3 }, Threads = threads }.Minimize(toy => toy.Height, Cancellation);

        Assert.Equal([4, 2, 7], result.Trials.Select(trial => trial.Configuration.Height));
        Assert.Equal(StopReason.TrialBudget, result.StopReason);
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void TrialsOfRandomDraws_AreTheFirstOfThem(int threads)
    {
        var space = Settings.Space.All();
        var all = new Study<Settings>(space) { Sampler = new RandomSampler { Count = 40 } }.Minimize(settings => settings.Share, Cancellation);

        var result = new Study<Settings>(space) { Sampler = new RandomSampler { Count = 40 }, Budget = new() { Trials = 25 }, Threads = threads }.Minimize(settings => settings.Share, Cancellation);

        Assert.Equal(all.Trials.Take(25).Select(trial => (trial.Index, trial.Configuration, trial.Score)), result.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score)));
        Assert.Equal(StopReason.TrialBudget, result.StopReason);
    }

    [Theory]
    [InlineData(9, StopReason.TrialBudget)]
    [InlineData(10, StopReason.Completed)]
    [InlineData(11, StopReason.Completed)]
    public void TrialsOfAsManyAsThereAre_AreAll(int trials, StopReason reason)
    {
        var result = new Study<Toy>(Toy.Space.Height.Uniform(0, 9)) { Budget = new() { Trials = trials } }.Minimize(toy => toy.Height, Cancellation);

        Assert.Equal((Math.Min(trials, 10), reason), (result.Trials.Count, result.StopReason));
    }

    [Fact]
    public void TrialsOfADrawOfAsMany_AreAll()
    {
        var space = Settings.Space.All();

        Assert.Equal(StopReason.Completed, new Study<Settings>(space) { Sampler = new RandomSampler { Count = 5 }, Budget = new() { Trials = 5 } }.Minimize(settings => settings.Share, Cancellation).StopReason);
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void TargetScore_EndsAtTheFirstTrialAsGood(int threads)
    {
        // The first as good is slow, and others as good come after it.
        var result = new Study<Settings>(Ticks(400)) { Budget = new() { TargetScore = 3 }, Threads = threads }.Minimize(settings => settings.Ticks switch { 37 => Slow(3), > 37 => 0, _ => 100 }, Cancellation);

        Assert.Equal(Enumerable.Range(0, 38), result.Trials.Select(trial => trial.Index));
        Assert.Equal((StopReason.TargetScore, 3), (result.StopReason, result.Best.Score));
    }

    [Fact]
    public void TargetScoreOfAMaximum_IsALargeOne()
    {
        var result = new Study<Settings>(Ticks(400)) { Budget = new() { TargetScore = 5 } }.Maximize(settings => settings.Ticks, Cancellation);

        Assert.Equal((StopReason.TargetScore, 5), (result.StopReason, result.Best.Score));
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void Patience_CountsFailuresAndEqualScores(int threads)
    {
        double[] scores = [5, double.NaN, 4, 4, double.NaN, 6, 3, 2, 1];

        var result = new Study<Settings>(Ticks(scores.Length)) { Budget = new() { Patience = 3 }, Threads = threads }.Minimize(settings => scores[settings.Ticks], Cancellation);

        Assert.Equal([0, 1, 2, 3, 4, 5], result.Trials.Select(trial => trial.Index));
        Assert.Equal((StopReason.Patience, 4), (result.StopReason, result.Best.Score));
    }

    [Fact]
    public void RandomDelays_ChangeNoTrialOfAnOrderedEnd() => Gen.Select(Gen.Int[0, 1000], Gen.Int[2, 12], Gen.Double[0, 0.2]).Sample((seed, patience, target) =>
    {
        StudyResult<Settings> Run(int threads)
        {
            double Objective(Settings settings)
            {
                var random = Seed.Of(seed).Derive(settings.Ticks).Stream();
                double score = random.NextDouble();
                Thread.SpinWait((int)(Seed.Of(threads).Derive(settings.Ticks).Value % 5000));
                if (settings.Ticks % 7 == threads % 7)
                    Thread.Sleep(1);
                return score < 0.1 ? double.NaN : score;
            }

            return new Study<Settings>(Ticks(100)) { Budget = new() { Patience = patience, TargetScore = target, Trials = 60 }, Threads = threads }.Minimize(Objective, Cancellation);
        }

        var one = Run(1);
        foreach (int threads in new[] { 2, 8 })
        {
            var many = Run(threads);
            Assert.Equal(one.StopReason, many.StopReason);
            Assert.Equal(
                one.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.Rank)),
                many.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.Rank)));
        }
    }, iter: 30, threads: 1);

    [Theory]
    [MemberData(nameof(Threads))]
    public void LimitsAtTheSameTrial_AreNamedInTheirOrder(int threads)
    {
        var fails = FailurePolicy.Stop;
        StopReason Reason(double[] scores, Budget budget, FailurePolicy? onFailure = null) =>
            new Study<Settings>(Ticks(scores.Length)) { Budget = budget, Threads = threads, OnFailure = onFailure ?? FailurePolicy.Record }.Minimize(settings => scores[settings.Ticks], Cancellation).StopReason;

        Assert.Equal(StopReason.TargetScore, Reason([3, 2, 1, 0], new() { TargetScore = 1, Trials = 3 }));
        Assert.Equal(StopReason.TargetScore, Reason([3, 2, 1], new() { TargetScore = 1 }));
        Assert.Equal(StopReason.Patience, Reason([1, 2, 3, 0], new() { Patience = 2, Trials = 3 }));
        Assert.Equal(StopReason.Patience, Reason([1, 2, 3], new() { Patience = 2 }));
        Assert.Equal(StopReason.Patience, Reason([1, double.NaN], new() { Patience = 1 }, fails));
        Assert.Equal(StopReason.Failure, Reason([double.NaN], new() { Trials = 1 }, fails));
    }

    [Fact]
    public void CancellationAfterTheEnd_IsTooLate()
    {
        using var source = new CancellationTokenSource();

        var result = new Study<Settings>(Ticks(10)) { Budget = new() { Trials = 3 }, Threads = 1 }.Minimize(settings =>
        {
            if (settings.Ticks == 2)
                source.Cancel();
            return settings.Ticks;
        }, source.Token);

        Assert.Equal((3, StopReason.TrialBudget), (result.Trials.Count, result.StopReason));
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void EndOfTheStudy_BreaksOffWhatLooksAtItsToken(int threads)
    {
        var result = new Study<Settings>(Ticks(1000)) { Budget = new() { TargetScore = 0 }, Threads = threads }.Minimize((settings, token) =>
        {
            if (settings.Ticks > 3)
                token.WaitHandle.WaitOne();
            token.ThrowIfCancellationRequested();
            return 3 - settings.Ticks;
        }, Cancellation);

        Assert.Equal(4, result.Trials.Count);
        Assert.Equal(StopReason.TargetScore, result.StopReason);
    }

    private static Grid<Settings> Ticks(long count) => Settings.Space.Ticks.Uniform(0, count - 1);

    private static double Slow(double value)
    {
        Thread.Sleep(20);
        return value;
    }
}
