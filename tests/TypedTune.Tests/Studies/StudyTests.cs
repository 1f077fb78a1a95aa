using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

public sealed class StudyTests
{
    private static readonly Toy.Hyperparameters<Toy> P = Toy.Space;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Grid_IsEvaluatedAsAWholeInOrder()
    {
        var result = new Study<Toy>(P.Height.Uniform(0, 9)).Minimize(toy => Math.Abs(toy.Height - 6.2), Cancellation);

        Assert.Equal(Enumerable.Range(0, 10), result.Trials.Select(trial => trial.Configuration.Height));
        Assert.Equal(Enumerable.Range(0, 10), result.Trials.Select(trial => trial.Index));
        Assert.Equal(6, result.Best.Configuration.Height);
        Assert.Equal((StopReason.Completed, Direction.Minimize), (result.StopReason, result.Direction));
    }

    [Fact]
    public void Maximize_PrefersTheLargest()
    {
        var grid = P.Height.Uniform(0, 9);

        Assert.Equal(9, new Study<Toy>(grid).Maximize(toy => toy.Height, Cancellation).Best.Configuration.Height);
        Assert.Equal(9, new Study<Toy>(grid) { Sampler = new RandomSampler { Count = 10 } }.Maximize(toy => toy.Height, Cancellation).Best.Score);
    }

    [Fact]
    public void Space_IsDrawnFromWithoutReplacement()
    {
        var result = new Study<Toy>(P.Height.Uniform(0, 9)) { Sampler = new RandomSampler { Count = 50 } }.Minimize(toy => toy.Height, Cancellation);

        Assert.Equal(Enumerable.Range(0, 10), result.Trials.Select(trial => trial.Configuration.Height).Order());
        Assert.Equal(StopReason.Completed, result.StopReason);
    }

    [Fact]
    public void EqualConfigurations_AreEvaluatedOnce()
    {
        int evaluated = 0;

        var result = new Study<Toy>(P.Height.In(1, 2, 1) + P.Height.In(2, 3)).Minimize(_ => Interlocked.Increment(ref evaluated), Cancellation);

        Assert.Equal(3, evaluated);
        Assert.Equal([1, 2, 3], result.Trials.Select(trial => trial.Configuration.Height));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Threads_ChangeNoTrial(int threads)
    {
        var space = Settings.Space.All();
        static double Objective(Settings settings) => settings.IsFast ? double.NaN : settings.Share * settings.Count;
        StudyResult<Settings> Run(int degree) => new Study<Settings>(space) { Sampler = new RandomSampler { Count = 60 }, Seed = 5, Threads = degree }.Minimize(Objective, Cancellation);

        var (one, many) = (Run(1), Run(threads));

        Assert.Equal(
            one.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.Rank)),
            many.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.Rank)));
        Assert.Equal(one.ToTable().ToString(), many.ToTable().ToString());
    }

    [Fact]
    public void ObjectiveThatFails_IsKeptWithItsException()
    {
        var result = new Study<Toy>(P.Height.Uniform(0, 4)).Minimize(toy => toy.Height == 2 ? throw new FormatException("two") : toy.Height, Cancellation);

        Assert.Equal("two", Assert.IsType<FormatException>(result.Trials[2].Error).Message);
        Assert.Equal((null, null, false), (result.Trials[2].Score, result.Trials[2].Rank, result.Trials[2].Succeeded));
        Assert.Equal([0, 1, 3, 4, 2], result.Ranked.Select(trial => trial.Configuration.Height));
        Assert.Equal(StopReason.Completed, result.StopReason);
    }

    [Fact]
    public void NotANumber_IsAFailureAndInfinityIsNot()
    {
        var result = new Study<Toy>(P.Height.In(1, 2)).Maximize(toy => toy.Height == 1 ? double.NaN : double.NegativeInfinity, Cancellation);

        Assert.Equal("The objective is not a number.", result.Trials[0].Error!.Message);
        Assert.Equal(double.NegativeInfinity, result.Best.Score);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void StopAtAFailure_StartsNothingMore(int threads)
    {
        var result = new Study<Settings>(Settings.Space.Ticks.Uniform(0, 10_000_000)) { Threads = threads, OnFailure = FailurePolicy.Stop }.Minimize(settings => settings.Ticks == 3 ? throw new FormatException("three") : settings.Ticks, Cancellation);

        Assert.Equal(StopReason.Failure, result.StopReason);
        Assert.InRange(result.Trials.Count, threads == 1 ? 4 : 1, threads == 1 ? 4 : 10_000_000);
        var failed = result.Trials.Single(trial => !trial.Succeeded);
        Assert.Equal((3, "three"), (failed.Index, failed.Error!.Message));
    }

    [Fact]
    public void LastTrialThatFails_StopsTheStudyAtAnyNumberOfThreads()
    {
        foreach (int threads in new[] { 1, 4 })
        {
            var result = new Study<Toy>(P.Height.In(1)) { Threads = threads, OnFailure = FailurePolicy.Stop }.Minimize(_ => double.NaN, Cancellation);
            Assert.Equal(StopReason.Failure, result.StopReason);
        }
    }

    [Fact]
    public void NoSuccess_HasNoBestAndSaysWhy()
    {
        var result = new Study<Toy>(P.Height.In(1, 2, 3)).Minimize(toy => throw new FormatException($"height {toy.Height}"), Cancellation);

        var exception = Assert.Throws<InvalidOperationException>(() => result.Best);
        Assert.Equal("None of 3 trials succeeded. The first failed with: height 1", exception.Message);
        Assert.IsType<FormatException>(exception.InnerException);
    }

    [Fact]
    public void SpaceThatIsEmpty_IsRefused()
    {
        const string Message = "The space is empty: it holds no configuration to evaluate. Look at the condition of Where.";
        var empty = P.Height.Uniform(0, 9).Where(_ => false);

        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => new Study<Toy>(empty).Minimize(_ => 0, Cancellation)).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => new Study<Toy>(empty) { Sampler = new RandomSampler { Count = 5 } }.Maximize(_ => 0, Cancellation)).Message);
    }

    [Fact]
    public void ConditionThatThrows_EndsTheStudyWithWhatIsFinished()
    {
        var grid = P.Height.Uniform(0, 9).Where(toy => toy.Height < 5 ? true : throw new FormatException("five"));

        var result = new Study<Toy>(grid).Minimize(toy => toy.Height, Cancellation);

        Assert.Equal([0, 1, 2, 3, 4], result.Trials.Select(trial => trial.Configuration.Height));
        Assert.Equal((StopReason.Error, "five"), (result.StopReason, Assert.IsType<FormatException>(result.Error).Message));
        Assert.Equal("none", Assert.Throws<FormatException>(() => new Study<Toy>(P.Height.In(1).Where(_ => throw new FormatException("none"))).Minimize(_ => 0, Cancellation)).Message);
    }

    [Fact]
    public void IllegalArguments_AreNamed()
    {
        var grid = P.Height.In(1);

        Assert.StartsWith("The number of random configurations must be at least 1, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new Study<Toy>(grid) { Sampler = new RandomSampler { Count = 0 } }.Minimize(_ => 0, Cancellation)).Message);
        Assert.StartsWith("Threads must be at least 1, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new Study<Toy>(grid) { Threads = 0 }.Minimize(_ => 0, Cancellation)).Message);
        Assert.StartsWith("The time budget must not be negative, but is -00:00:01.", Assert.Throws<ArgumentOutOfRangeException>(() => new Study<Toy>(grid) { Budget = new() { Time = TimeSpan.FromSeconds(-1) } }.Minimize(_ => 0, Cancellation)).Message);
        Assert.Equal("objective", Assert.Throws<ArgumentNullException>(() => new Study<Toy>(grid).Minimize((Func<Toy, double>)null!, Cancellation)).ParamName);
        Assert.Equal("space", Assert.Throws<ArgumentNullException>(() => new Study<Toy>((Space<Toy>)null!) { Sampler = new RandomSampler { Count = 1 } }.Minimize(_ => 0, Cancellation)).ParamName);
    }
}
