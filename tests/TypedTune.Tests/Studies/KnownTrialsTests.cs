using System.Collections.Concurrent;
using CsCheck;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Studies that go on from what an earlier one found.</summary>
public sealed class KnownTrialsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Threads => [1, 2, 8];

    [Theory]
    [MemberData(nameof(Threads))]
    public void GridThatWasCancelled_ContinuesToTheResultOfAWholeRun(int threads)
    {
        var grid = Toy.Space.Height.Uniform(0, 9) * Toy.Space.Width.Uniform(0, 9);
        using var source = new CancellationTokenSource();
        var first = new Study<Toy>(grid) { Threads = threads }.Minimize(toy =>
        {
            if (toy is { Height: 3, Width: 4 })
                source.Cancel();
            return Score(toy);
        }, source.Token);
        var evaluated = new ConcurrentBag<Toy>();

        var second = new Study<Toy>(grid) { Threads = threads, KnownTrials = first.Trials }.Minimize(toy =>
        {
            evaluated.Add(toy);
            return Score(toy);
        }, Cancellation);

        Assert.Equal(StopReason.Cancelled, first.StopReason);
        AssertSame(new Study<Toy>(grid).Minimize(Score, Cancellation), second);
        Assert.Equal(grid.Except(first.Trials.Where(trial => trial.Succeeded).Select(trial => trial.Configuration)).ToHashSet(), evaluated.ToHashSet());
        Assert.Equal(100 - first.Trials.Count(trial => trial.Succeeded), evaluated.Count);
        Assert.Equal(first.Trials[5].Duration, second.Trials[5].Duration);
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void RandomDraws_ContinueFromAnySubsetOfTheirTrials(int threads) => Gen.Select(Gen.Int[0, 1000], Gen.Bool.Array[40]).Sample((seed, isKnown) =>
    {
        var space = Settings.Space.All();
        var whole = new Study<Settings>(space) { Sampler = new RandomSampler { Count = 40 }, Seed = seed, Threads = threads, Budget = new() { Patience = 15 } }.Maximize(settings => settings.Share * settings.Count, Cancellation);
        var known = whole.Trials.Where(trial => isKnown[trial.Index]);

        var continued = new Study<Settings>(space) { Sampler = new RandomSampler { Count = 40 }, Seed = seed, Threads = threads, Budget = new() { Patience = 15 }, KnownTrials = known }.Maximize(settings => settings.Share * settings.Count, Cancellation);

        AssertSame(whole, continued);
    }, iter: 20, threads: 1);

    [Fact]
    public void FailedTrials_AreEvaluatedAgain()
    {
        var grid = Toy.Space.Height.Uniform(0, 4);
        var outage = new Study<Toy>(grid).Minimize(toy => toy.Height % 2 == 1 ? throw new FormatException("outage") : toy.Height, Cancellation);

        var result = new Study<Toy>(grid) { KnownTrials = outage.Trials }.Minimize(toy => toy.Height % 2 == 0 ? throw new FormatException("known") : -toy.Height, Cancellation);

        Assert.Equal([0, -1, 2, -3, 4], result.Trials.Select(trial => trial.Score!.Value));
    }

    [Fact]
    public void TrialsOfAnotherSpace_AreNotInTheResult()
    {
        var known = new Study<Toy>(Toy.Space.Height.Uniform(0, 9)).Minimize(toy => toy.Height, Cancellation).Trials;

        var result = new Study<Toy>(Toy.Space.Height.In(8, 3)) { KnownTrials = known }.Minimize(_ => throw new FormatException("known"), Cancellation);

        Assert.Equal([(0, 8, 8.0), (1, 3, 3.0)], result.Trials.Select(trial => (trial.Index, trial.Configuration.Height, trial.Score!.Value)));
    }

    [Fact]
    public void TrialsThatCannotBeRead_EndTheStudyBeforeItStarts()
    {
        static IEnumerable<Trial<Toy>> Broken() => throw new FormatException("torn");

        Assert.Equal("torn", Assert.Throws<FormatException>(() => new Study<Toy>(Toy.Space.Height.In(1)) { KnownTrials = Broken() }.Minimize(_ => 0, Cancellation)).Message);
    }

    [Fact]
    public void NullAmongTheTrials_IsRefusedWithItsPlace()
    {
        var trial = Trial<Toy>.Complete(0, new Toy(), new TrialOutcome(1));

        var study = new Study<Toy>(Toy.Space.Height.In(1)) { KnownTrials = [trial, null!] };

        Assert.StartsWith("KnownTrials has null in place 1.", Assert.Throws<ArgumentException>(() => study.Minimize(_ => 0, Cancellation)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new Study<Toy>(Toy.Space.Height.In(1)) { KnownTrials = null! });
    }

    private static double Score(Toy toy) => toy.Width == 7 ? double.NaN : Math.Abs(toy.Height - 6) + toy.Width % 3;

    private static void AssertSame<T>(StudyResult<T> expected, StudyResult<T> actual)
    {
        Assert.Equal(
            expected.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.Rank, trial.Error?.Message)),
            actual.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Score, trial.Rank, trial.Error?.Message)));
        Assert.Equal((expected.Best.Index, expected.StopReason, expected.Direction), (actual.Best.Index, actual.StopReason, actual.Direction));
        Assert.Equal(expected.Ranked.Select(trial => trial.Index), actual.Ranked.Select(trial => trial.Index));
    }
}
