using CsCheck;

namespace TypedTune.Contracts;

/// <summary>What every pruner promises. Inherit it in a test project, and say how to create the pruner.</summary>
public abstract class PrunerContract
{
    private static readonly Gen<double> s_values = Gen.OneOf(Gen.Double[-10, 10], Gen.OneOf(0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon));

    private static readonly Gen<TrialReport[]> s_reports = Gen.Select(s_values.Array[1, 6], Gen.Int[1, 3]).Select((values, stride) => values.Select((value, i) => new TrialReport((i + 1) * stride, value)).ToArray());

    private static readonly Gen<PruningContext> s_contexts = Gen.Select(s_reports, Gen.Select(s_reports, s_values, Gen.Enum<TrialState>()).Array[0, 12], Gen.Enum<Direction>())
        .Select((reports, history, direction) => new PruningContext(history.Length + 3, reports, [.. history.Select((trial, i) => Ended(i, trial.Item1, trial.Item2, trial.Item3))], direction));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Whether a trial may be pruned that cannot be compared with any other. Default: false.</summary>
    protected virtual bool PrunesWithoutHistory => false;

    /// <summary>Creates the pruner, each time with the same options.</summary>
    protected abstract IPruner Create();

    [Fact]
    public void Decision_DependsOnItsContextAlone() => s_contexts.Array[1, 8].Sample(
        contexts =>
        {
            var pruner = Create();
            bool[] decisions = [.. contexts.Select(pruner.ShouldPrune)];
            bool[] again = new bool[8 * contexts.Length];

            Parallel.For(0, again.Length, i => again[i] = pruner.ShouldPrune(Copy(contexts[i % contexts.Length])));

            Assert.Equal(decisions.Reverse(), contexts.Reverse().Select(pruner.ShouldPrune));
            Assert.Equal(decisions, contexts.Select(context => Create().ShouldPrune(context)));
            Assert.All(again, (decision, i) => Assert.Equal(decisions[i % contexts.Length], decision));
        },
        iter: 100);

    [Fact]
    public void TrialWithoutOthers_IsNotPrunedUnlessThePrunerSaysSo() => s_contexts.Sample(context =>
        Assert.False(Create().ShouldPrune(context with { History = [] }) && !PrunesWithoutHistory, "A trial was pruned that could not be compared with any other."));

    [Fact]
    public void RandomDelays_ChangeNoDecisionAtAnyNumberOfThreads() => Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 6]).Sample(
        (seed, pending) =>
        {
            string[] one = TrialTexts.From(Study(seed, pending, 1).Minimize(Reporting(1), Cancellation));
            Assert.Equal(one, TrialTexts.From(Study(seed, pending, 2).Minimize(Reporting(2), Cancellation)));
            Assert.Equal(one, TrialTexts.From(Study(seed, pending, 8).Minimize(Reporting(8), Cancellation)));
        },
        iter: 5,
        threads: 1);

    [Fact]
    public void StudyThatWasStopped_GoesOnToTheDecisionsOfAWholeRun() => Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 30], Gen.OneOf(1, 4)).Sample(
        (seed, stop, threads) =>
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var store = new InMemoryStore();
            var whole = Study(seed, 4, threads).Minimize(Reporting(1), Cancellation);
            int begun = 0;
            Study(seed, 4, threads, store).Minimize(
                (settings, trial, token) =>
                {
                    if (Interlocked.Increment(ref begun) == stop)
                        source.Cancel();
                    return Reporting(2)(settings, trial, token);
                },
                source.Token);

            Assert.Equal(TrialTexts.From(whole), TrialTexts.From(Study(seed, 4, threads, store).Minimize(Reporting(3), Cancellation)));
        },
        iter: 8,
        threads: 1);

    [Fact]
    public void Study_HasABestTrial() => Gen.Int[0, 1000].Sample(
        seed => Assert.True(PrunesWithoutHistory || Study(seed, 4, 2).Minimize(Reporting(1), Cancellation).Best.Score is not null),
        iter: 8,
        threads: 1);

    [Fact]
    public void Text_SaysTheOptions()
    {
        var pruner = Create();

        Assert.NotEqual(pruner.GetType().FullName, pruner.ToString());
        Assert.Equal(Create().ToString(), pruner.ToString());
    }

    private static Trial Ended(int index, TrialReport[] reports, double score, TrialState state) => state switch
    {
        TrialState.Complete => Trial<int>.Complete(index, index, new TrialOutcome(score), reports),
        TrialState.Pruned => Trial<int>.Pruned(index, index, reports),
        _ => Trial<int>.Failed(index, index, new InvalidOperationException("failed"), reports: reports),
    };

    private static PruningContext Copy(PruningContext context) => context with { Reports = [.. context.Reports], History = [.. context.History] };

    private static Func<ContractSettings, RunningTrial, CancellationToken, double> Reporting(int seed) => (settings, trial, _) =>
    {
        double share = settings.Share;
        for (int step = 1; step <= 5; step++)
        {
            settings.Delay(seed + step);
            trial.Report(step, share + (Math.Sin(1000 * share * step) / step));
        }

        return share < 0.05 ? throw new InvalidOperationException("too small") : share;
    };

    private Study<ContractSettings> Study(int seed, int pending, int threads, IStudyStore? store = null) => new(ContractSettings.Continuum)
    {
        Sampler = Sampler.Random,
        Pruner = Create(),
        Budget = new() { Trials = 40 },
        Seed = seed,
        MaxPendingTrials = pending,
        Threads = threads,
        Store = store,
    };
}
