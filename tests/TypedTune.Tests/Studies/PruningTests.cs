using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Trials that report intermediate values, and pruners that end them.</summary>
public sealed class PruningTests
{
    private static readonly Grid<Settings> Forty = Settings.Space.Ticks.Uniform(0, 39);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Decisions_AreTheSameAtAnyNumberOfThreads(int threads)
    {
        StudyResult<Settings> Run(int degree) => new Study<Settings>(Forty) { Pruner = new WorseThanTheMedian(), MaxPendingTrials = 4, Threads = degree }.Minimize((settings, trial, _) =>
        {
            for (int step = 1; step <= 5; step++)
            {
                Thread.SpinWait((int)(Seed.Of(degree).Derive(settings.Ticks).Value % 10_000));
                trial.Report(step, (settings.Ticks * 17 % 40) + 1.0 / step);
            }

            return settings.Ticks * 17 % 40;
        }, Cancellation);

        var (one, many) = (Run(1), Run(threads));

        Assert.Equal(one.Trials.Select(Text), many.Trials.Select(Text));
        Assert.InRange(one.Trials.Count(trial => trial.State == TrialState.Pruned), 10, 35);
        Assert.Equal(0, one.Best.Configuration.Ticks);
        Assert.All(one.Trials, trial => Assert.Equal(trial.State == TrialState.Complete, trial.Reports.Count == 5 && trial.Score is not null));
    }

    [Fact]
    public void PrunedTrials_AreRankedApartAndCountedInTheProgress()
    {
        var reports = new List<StudyProgress>();
        var study = new Study<Settings>(Forty) { Pruner = new AllButTheFirst(), Threads = 1, Observers = [new ProgressObserver<Settings>(new Listener(reports))] };

        var result = study.Maximize((settings, trial, _) =>
        {
            trial.Report(1, settings.Ticks);
            return settings.Ticks;
        }, Cancellation);

        Assert.Equal((1, 39), (result.Trials.Count(trial => trial.Succeeded), reports[^1].Pruned));
        Assert.Equal(0, result.Best.Score);
        Assert.All(result.Trials.Skip(1), trial => Assert.Equal((null, null, null), (trial.Rank, trial.Score, trial.ErrorMessage)));
        Assert.Equal("pruned", result.ToTable().Rows[^1][0]);
        Assert.StartsWith("pruned after 1 reports: ", result.Trials[^1].ToString());
    }

    [Fact]
    public void ObjectiveThatSwallowsItsPruning_IsPrunedAllTheSame()
    {
        var result = new Study<Settings>(Forty) { Pruner = new AllButTheFirst() }.Minimize((settings, trial, _) =>
        {
            try
            {
                trial.Report(1, 1);
            }
            catch (TrialPrunedException)
            {
            }

            return settings.Ticks;
        }, Cancellation);

        Assert.Equal(39, result.Trials.Count(trial => trial.State == TrialState.Pruned));
    }

    [Fact]
    public void IllegalReports_FailTheTrialAndSayWhy()
    {
        var result = new Study<Settings>(Settings.Space.Ticks.Uniform(0, 1)).Minimize((settings, trial, _) =>
        {
            trial.Report(1, settings.Ticks == 0 ? double.NaN : 0);
            trial.Report(1, 2);
            return 0;
        }, Cancellation);

        Assert.StartsWith("Trial 0 reports a value that is not a number in step 1.", result.Trials[0].ErrorMessage);
        Assert.StartsWith("Trial 1 reports step 1 after step 1. Report each step once, in ascending order.", result.Trials[1].ErrorMessage);
    }

    private static string Text(Trial<Settings> trial) => $"{trial.Index} {trial.State} {trial.Score} {string.Join(',', trial.Reports)}";

    private sealed record WorseThanTheMedian : IPruner
    {
        public bool ShouldPrune(PruningContext context)
        {
            var newest = context.Reports[^1];
            double[] others = [.. context.History.SelectMany(trial => trial.Reports).Where(report => report.Step == newest.Step).Select(report => report.Value).Order()];
            return others.Length > 0 && context.Direction.IsBetter(others[others.Length / 2], newest.Value);
        }
    }

    private sealed record AllButTheFirst : IPruner
    {
        public bool ShouldPrune(PruningContext context) => context.Index > 0;
    }

    private sealed class Listener(List<StudyProgress> reports) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => reports.Add(value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RetryThatReportsFromItsStart_KeepsTheValuesOfTheFirstAttempt(bool isAsynchronous)
    {
        int calls = 0;
        var study = new Study<Toy>(Toy.Space.Height.In(1)) { OnFailure = FailurePolicy.Retry(3), Threads = 1 };
        double Objective(RunningTrial trial)
        {
            bool isFirst = ++calls == 1;
            trial.Report(1, isFirst ? 10 : 11);
            trial.Report(2, 20);
            if (isFirst)
                throw new IOException("net");
            trial.Report(3, 30);
            return 5;
        }

        var result = isAsynchronous
            ? await study.MinimizeAsync((_, trial, _) => Task.FromResult(Objective(trial)), TestContext.Current.CancellationToken)
            : study.Minimize((_, trial, _) => Objective(trial), TestContext.Current.CancellationToken);

        Assert.Equal((2, 5), (calls, result.Best.Score));
        Assert.Equal([new TrialReport(1, 10), new(2, 20), new(3, 30)], result.Best.Reports);
    }

    [Fact]
    public void StepTwiceInOneAttempt_FailsTheTrial()
    {
        var result = new Study<Toy>(Toy.Space.Height.In(1)).Minimize(
            (_, trial, _) =>
            {
                trial.Report(1, 1);
                trial.Report(1, 2);
                return 5;
            },
            TestContext.Current.CancellationToken);

        Assert.StartsWith("Trial 0 reports step 1 after step 1.", result.Trials[0].ErrorMessage);
    }
}
