using System.Diagnostics.CodeAnalysis;
using TypedTune.Contracts;

namespace TypedTune.Seams;

/// <summary>Contracts find what breaks them.</summary>
public sealed class ContractFaultTests
{
    [Fact]
    public void SamplerThatRemembersOtherStudies_IsFound() => Assert.ThrowsAny<Exception>(new Samplers(new Remembering()).SameSeed_GivesTheSameTrials);

    [Fact]
    public void SamplerThatAsksTheClock_IsFound() => Assert.ThrowsAny<Exception>(new Samplers(new Clocked()).RandomDelays_ChangeNoTrialAtAnyNumberOfThreads);

    [Fact]
    public void SamplerThatDoesNotLookAtItsSeed_IsFound() => Assert.ThrowsAny<Exception>(new Samplers(Sampler.Grid).AnotherSeed_GivesOtherTrialsUnlessItIsNotUsed);

    [Fact]
    public void PrunerThatCounts_IsFound()
    {
        Assert.ThrowsAny<Exception>(new Pruners(new Counting()).Decision_DependsOnItsContextAlone);
        Assert.ThrowsAny<Exception>(new Pruners(new Counting()).TrialWithoutOthers_IsNotPrunedUnlessThePrunerSaysSo);
    }

    [Fact]
    public void StoreThatRoundsNumbers_IsFound() => Assert.ThrowsAny<Exception>(new Stores(happened => happened is EndedEvent { Score: { } score } ended ? ended with { Score = Math.Round(score, 12) } : happened).WhatWasAppended_IsThereBitForBitAndInOrder);

    [Fact]
    public void StoreThatLosesReports_IsFound() => Assert.ThrowsAny<Exception>(new Stores(happened => happened is ReportedEvent ? null : happened).ConcurrentAppends_AreAllThereAndInTheOrderOfEachThread);

    [Fact]
    public void StoreThatTakesAnyStudy_IsFound() => Assert.ThrowsAny<Exception>(() => new Stores(happened => happened).AnotherIdentity_IsRefusedAndNamesWhatDiffers("seed", "8"));

    [Fact]
    public void StoreThatTakesTwoStudiesAtOnce_IsFound()
    {
        Assert.ThrowsAny<Exception>(new Stores(happened => happened).ProposalOfASecondStudy_IsRefused);
        Assert.ThrowsAny<Exception>(() => new Stores(happened => happened).TwoStudiesAtOnce_AreRefusedAndTheHistoryStaysReadable(asksTogether: true));
    }

    [Fact]
    public void EvaluatorThatGivesUpAtOnce_IsFound() => Assert.ThrowsAny<Exception>(new Evaluators().Retries_AreMadeForFailuresAlone);

    // Not public, so that their tests are called from here alone.
    private sealed class Samplers(ISampler sampler) : SamplerContract
    {
        protected override ISampler Create() => sampler;

        protected override bool ProposesFromContinua => sampler is not GridSampler;
    }

    private sealed class Pruners(IPruner pruner) : PrunerContract
    {
        protected override IPruner Create() => pruner;
    }

    private sealed class Stores(Func<StudyEvent, StudyEvent?> keep) : StoreContract
    {
        protected override IStudyStore Create() => new Careless(keep);

        protected override IStudyStore Reopen(IStudyStore store) => store;
    }

    private sealed class Evaluators : EvaluatorContract
    {
        protected override IEvaluator<EvaluatorJob> Create(Action<EvaluatorJob> begin) => new Hasty(begin);
    }

    private sealed class Remembering : ISampler
    {
        private int _count;

        public bool Learns => false;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => Sampler.Random.Start(start with { Seed = start.Seed.Derive(_count++) });
    }

    private sealed class Clocked : ISampler
    {
        public bool Learns => true;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => new Session<T>(start);

        private sealed class Session<T>(SamplerStart<T> start) : ISamplerSession<T>
        {
            public void Tell(Trial<T> trial)
            {
            }

            public bool TryPropose(ProposalRequest<T> request, [MaybeNullWhen(false)] out T configuration)
            {
                var random = start.Seed.Derive(Environment.TickCount64 + request.Attempt).Stream();
                double[] point = new double[start.Space.Dimensions];
                do
                {
                    for (int i = 0; i < point.Length; i++)
                        point[i] = random.NextDouble();
                }
                while (!start.Space.TryPoint(point, out configuration));
                return true;
            }
        }
    }

    private sealed class Counting : IPruner
    {
        private int _count;

        public bool ShouldPrune(PruningContext context) => Interlocked.Increment(ref _count) % 3 == 0;
    }

    private sealed class Careless(Func<StudyEvent, StudyEvent?> keep) : IStudyStore
    {
        private readonly List<StudyEvent> _events = [];

        public IReadOnlyList<StudyEvent> Open(StudyIdentity identity)
        {
            lock (_events)
                return [.. _events];
        }

        public void Append(StudyEvent happened)
        {
            lock (_events)
                _events.AddRange(keep(happened) is { } kept ? [kept] : []);
        }
    }

    private sealed class Hasty(Action<EvaluatorJob> begin) : IEvaluator<EvaluatorJob>
    {
        public IEvaluatorSession<EvaluatorJob> Start(EvaluatorStart<EvaluatorJob> start) => new ProcessEvaluator<EvaluatorJob>(job =>
        {
            begin(job);
            return WorkerProcess.Command("evaluate", ConfigurationText.Write(job));
        }).Start(start with { OnFailure = FailurePolicy.Record });
    }
}
