using CsCheck;

namespace TypedTune.Contracts;

/// <summary>What every sampler promises. Inherit it in a test project, and say how to create the sampler.</summary>
public abstract class SamplerContract
{
    private const int Most = 40;

    // Short of the whole grid: a sampler that learns may propose thousands of times what it has proposed before, until the study ends.
    private const int MostOfSmall = 12;

    private static readonly Gen<int> s_seeds = Gen.Int[0, 1_000_000];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Whether the sampler proposes from spaces that are no grids. Default: true. One that does not refuses them.</summary>
    protected virtual bool ProposesFromContinua => true;

    /// <summary>Whether another seed gives other proposals. Default: true.</summary>
    protected virtual bool UsesSeed => true;

    /// <summary>Whether every configuration of a small grid is proposed before the study ends. Default: true.</summary>
    protected virtual bool CoversGrids => true;

    private IReadOnlyList<Space<ContractSettings>> Spaces => ProposesFromContinua
        ? [ContractSettings.SmallGrid, ContractSettings.FilteredGrid, ContractSettings.Continuum, ContractSettings.FilteredContinuum]
        : [ContractSettings.SmallGrid, ContractSettings.FilteredGrid];

    /// <summary>Creates the sampler, each time with the same options.</summary>
    protected abstract ISampler Create();

    [Fact]
    public void Proposals_AreConfigurationsThatTheSpaceHolds() => Each((space, seed) =>
    {
        var encoding = SpaceEncoding.Create(space);

        var result = Study(space, seed).Minimize(settings => settings.Score(), Cancellation);

        Assert.NotEmpty(result.Trials);
        Assert.NotEqual(StopReason.Error, result.StopReason);
        Assert.All(result.Trials, trial => Assert.True(encoding.Holds(trial.Configuration), $"The space does not hold {trial.Configuration}."));
    });

    [Fact]
    public void Proposals_AreEvaluatedOnceEach() => Each((space, seed) =>
    {
        var result = Study(space, seed).Minimize(settings => settings.Score(), Cancellation);

        Assert.Equal(result.Trials.Count, result.Trials.Select(trial => trial.Configuration).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, result.Trials.Count), result.Trials.Select(trial => trial.Index));
    });

    [Fact]
    public void FiniteSpace_EndsTheStudy()
    {
        var result = new Study<ContractSettings>(ContractSettings.SmallGrid) { Sampler = Create() }.Minimize(settings => settings.Score(), Cancellation);

        Assert.Contains(result.StopReason, new[] { StopReason.Completed, StopReason.Repetition });
        if (CoversGrids)
            Assert.Equal(ContractSettings.SmallGrid.ToHashSet(), result.Trials.Select(trial => trial.Configuration).ToHashSet());
    }

    [Fact]
    public void SameSeed_GivesTheSameTrials() => Each((space, seed) => Assert.Equal(Run(Study(space, seed)), Run(Study(space, seed))));

    [Fact]
    public void AnotherSeed_GivesOtherTrialsUnlessItIsNotUsed() => Each((space, seed) =>
    {
        if (UsesSeed)
            Assert.NotEqual(Run(Study(space, seed)), Run(Study(space, seed + 1)));
        else
            Assert.Equal(Run(Study(space, seed)), Run(Study(space, seed + 1)));
    });

    [Fact]
    public void OneSampler_ServesSeveralStudiesAtOnce() => Each((space, seed) =>
    {
        var sampler = Create();
        string[] expected = Run(Study(space, seed, sampler: sampler));
        string[][] trials = new string[4][];

        Parallel.For(0, trials.Length, i => trials[i] = Run(Study(space, seed, threads: 1, sampler: sampler)));

        Assert.All(trials, own => Assert.Equal(expected, own));
    });

    [Fact]
    public void RandomDelays_ChangeNoTrialAtAnyNumberOfThreads() => Gen.Select(s_seeds, Gen.Int[1, 6]).Sample(
        (seed, pending) => Assert.All(Spaces, space =>
        {
            string[] one = Delayed(1);
            Assert.Equal(one, Delayed(2));
            Assert.Equal(one, Delayed(8));

            string[] Delayed(int threads) => TrialTexts.From(Study(space, seed, threads, pending).Minimize(
                settings =>
                {
                    settings.Delay(threads);
                    return settings.Score();
                },
                Cancellation));
        }),
        iter: 5,
        threads: 1);

    [Fact]
    public void StudyThatWasStopped_GoesOnToTheTrialsOfAWholeRun() => Gen.Select(s_seeds, Gen.Int[1, 12], Gen.OneOf(1, 4)).Sample(
        (seed, stop, threads) => Assert.All(Spaces, space =>
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            int evaluated = 0;
            var store = new InMemoryStore();
            Study(space, seed, threads, store: store).Minimize(
                settings =>
                {
                    if (Interlocked.Increment(ref evaluated) == stop)
                        source.Cancel();
                    return settings.Score();
                },
                source.Token);

            Assert.Equal(Run(Study(space, seed)), Run(Study(space, seed, threads, store: store)));
        }),
        iter: 8,
        threads: 1);

    [Fact]
    public void SpaceThatIsNoGrid_IsRefusedWhereItIsNotSearched()
    {
        var study = Study(ContractSettings.Continuum, 1);
        if (ProposesFromContinua)
            Assert.Equal(Most, study.Minimize(settings => settings.Score(), Cancellation).Trials.Count);
        else
            Assert.Throws<ArgumentException>(() => study.Minimize(settings => settings.Score(), Cancellation));
    }

    [Fact]
    public void Text_SaysTheOptions()
    {
        var sampler = Create();

        Assert.NotEqual(sampler.GetType().FullName, sampler.ToString());
        Assert.Equal(Create().ToString(), sampler.ToString());
    }

    private static string[] Run(Study<ContractSettings> study) => TrialTexts.From(study.Minimize(settings => settings.Score(), Cancellation));

    private void Each(Action<Space<ContractSettings>, int> assert) => s_seeds.Sample(seed => Assert.All(Spaces, space => assert(space, seed)), iter: 8, threads: 1);

    private Study<ContractSettings> Study(Space<ContractSettings> space, int seed, int threads = 2, int pending = 4, ISampler? sampler = null, IStudyStore? store = null) => new(space)
    {
        Sampler = sampler ?? Create(),
        Budget = new() { Trials = space == ContractSettings.SmallGrid ? MostOfSmall : Most },
        Seed = seed,
        Threads = threads,
        MaxPendingTrials = pending,
        Store = store,
    };
}
