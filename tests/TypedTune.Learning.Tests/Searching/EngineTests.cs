namespace TypedTune.Learning.Tests.Searching;

/// <summary>What the engine does with a plan: its order, its memory, and what it expects both to take.</summary>
public sealed class EngineTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(90);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GridSearch<PlotModel> Search => new(PlotModel.OverlappingGrids())
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
        Refit = false,
    };

    [Fact]
    public void LongestFit_IsFirst()
    {
        var p = ShrunkMean.SpaceFrom(new ShrunkMean { Work = 10 });
        var grid = p.Kind.In(1) * p.Strength.In(0.1) + p.Kind.In(2) * p.Strength.In(0.9) + p.Kind.In(3) * p.Strength.In(0.5);
        var search = new GridSearch<ShrunkMean>(grid) { Evaluation = new Holdout(0.5), Scoring = Metric.RSquared };

        var planned = new PlannedSearch<ShrunkMean, Dataset, FittedShrunkMean>(search, SearchPlanTests.Numbers(20));

        Assert.Equal([1, 2, 0], planned.Batch.Planned.Select(candidate => candidate.Index));
    }

    [Fact]
    public void Work_IsDoneBranchByBranch()
    {
        var clusters = new PlannedSearch<PlotModel, Table<Plot>, PlotModel.Fitted>(Search, s_plots);

        var units = Units(clusters);

        int[] order = [.. units.Where(unit => unit.Node.Step == "Features.Geo" && unit.Fold == 0).Select(unit => ((ClusterSimilarity)unit.Node.Configuration).Clusters)];

        Assert.Equal([3, 4, 5, 6], order.Order());
        Assert.All(units.Index(), unit => Assert.All(unit.Item.Node.Inputs, input => Assert.True(units.Index().First(other => other.Item == (input, unit.Item.Fold)).Index < unit.Index)));

        // What one clustering serves is finished before the next begins.
        var forests = units.Where(unit => unit.Node.Step == "Forest" && unit.Fold == 0).Select(unit => unit.Node.Inputs[0]).ToArray();
        Assert.Equal(4, forests.Zip(forests.Skip(1)).Count(pair => pair.First != pair.Second) + 1);
    }

    [Fact]
    public void SearchThatMayEndEarly_TakesCandidatesAsTheyWereProposed()
    {
        var planned = new PlannedSearch<PlotModel, Table<Plot>, PlotModel.Fitted>(Search with { Budget = new() { Patience = 3 } }, s_plots);

        Assert.Equal(Enumerable.Range(0, 13).SelectMany(i => Enumerable.Repeat(i, 3)), Units(planned).Select(unit => unit.Node).OfType<ScoreNode>().Select(node => node.Candidate));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void MemoryLimit_IsKeptAndChangesNoScore(int threads)
    {
        var p = RandomForestRegressor.Space;
        var search = new GridSearch<RandomForestRegressor>(p.MaxFeatures.In(1, 2) * p.Trees.In(40, 50)) { Scoring = Metric.RSquared, Refit = false };
        PlannedSearch<RandomForestRegressor, Dataset, FittedRandomForestRegressor> Planned() => new(search, SearchPlanTests.Numbers(400));
        var (free, limited) = (Planned(), Planned());

        // Each of the ten forests answers for two candidates, and is held until it has: one of them may be.
        long largest = Units(free).Where(unit => free.Batch.Plan.SharedFitOf(unit.Node) is null).Max(unit => unit.Node.EstimatedBytes);
        var (_, expected) = Run(free, threads, long.MaxValue);
        var (peak, scores) = Run(limited, threads, largest * 3 / 2);

        Assert.InRange(peak, largest, largest * 3 / 2);
        Assert.Equal(expected.Select(unit => ((FoldScore)unit.Result!).Validation), scores.Select(unit => ((FoldScore)unit.Result!).Validation));
    }

    [Fact]
    public void SmallestMemoryLimit_StillRunsOneFitAtATime()
    {
        var result = (Search with { MemoryLimit = 1, Threads = 4 }).Fit(s_plots, cancellationToken: Token);

        Assert.Equal(Search.Fit(s_plots, cancellationToken: Token).Trials.Select(trial => trial.Score), result.Trials.Select(trial => trial.Score));
    }

    [Fact]
    public void EstimatedPeak_IsNearWhatOneThreadHolds()
    {
        var plan = new PlannedSearch<PlotModel, Table<Plot>, PlotModel.Fitted>(Search with { Threads = 1 }, s_plots);

        long held = Run(plan, threads: 1, long.MaxValue).PeakBytes;

        Assert.InRange(plan.Summary.EstimatedPeakBytes, held * 0.7, held * 1.5);
    }

    [Fact]
    public void EstimatedPeak_CountsAForestOnlyWhereItIsHeld()
    {
        var p = RandomForestRegressor.Space;
        var data = SearchPlanTests.Numbers(400);
        long Peak(Grid<RandomForestRegressor> grid) => new GridSearch<RandomForestRegressor>(grid) { Scoring = Metric.RSquared, Threads = 1, Refit = false }.Plan(data).EstimatedPeakBytes;

        long alone = Peak(p.Trees.In(500));
        long path = Peak(p.Trees.In(400, 500));

        Assert.InRange(alone, 1, 100_000);
        Assert.InRange(path, 10_000_000, 40_000_000);
    }

    [Fact]
    public void Submodels_StayTogetherSoThatOneForestIsHeld()
    {
        var p = RandomForestRegressor.Space;
        var data = SearchPlanTests.Numbers(400);
        long Peak(Grid<RandomForestRegressor> grid) => new GridSearch<RandomForestRegressor>(grid) { Scoring = Metric.RSquared, Threads = 1, Refit = false }.Plan(data).EstimatedPeakBytes;

        Assert.InRange(Peak(p.MaxFeatures.In(1, 2) * p.Trees.In(5, 40)), 1, Peak(p.MaxFeatures.In(2) * p.Trees.In(5, 40)) * 1.2);
    }

    [Fact]
    public void Everything_IsLetGoWhenNothingNeedsIt()
    {
        var plan = new PlannedSearch<PlotModel, Table<Plot>, PlotModel.Fitted>(Search, s_plots);

        var (_, scores) = Run(plan, threads: 2, long.MaxValue);

        Assert.All(FitUnit.Reachable(scores).Except(scores), unit => Assert.Null(unit.Result));
    }

    [Fact]
    public void Pilot_LetsThePlanEstimateTheTime()
    {
        var times = Search.Pilot(s_plots, Token);

        var plan = Search.Plan(s_plots, times);

        Assert.Equal(Search.Plan(s_plots).Steps.Select(step => step.Step).Order(), times.Select(time => time.Step).Order());
        Assert.True(plan.EstimatedTime > TimeSpan.Zero);
        Assert.Null(Search.Plan(s_plots).EstimatedTime);
        Assert.Matches(@"about [\d.]+ MB at once, about [\d.E+-]+ s", plan.ToString());
    }

    [Fact]
    public void EarlierSearch_LetsThePlanEstimateTheTime()
    {
        var earlier = Search.Fit(s_plots, cancellationToken: Token);

        var plan = Search.Plan(s_plots, earlier.StepTimes);

        Assert.Equal(earlier.StepTimes.Sum(step => step.Time.TotalSeconds) / Environment.ProcessorCount, plan.EstimatedTime!.Value.TotalSeconds, 3);
        Assert.Equal(earlier.Plan.TotalFits, earlier.StepTimes.Sum(step => step.Fits));
    }

    [Fact]
    public void StepWithoutATime_IsNamed() => Assert.StartsWith(
        "There is no time of the step ",
        Assert.Throws<ArgumentException>(() => Search.Plan(s_plots, [])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Progress_CountsWhatIsSharedAndWhatRemains()
    {
        var seen = new List<SearchProgress>();

        var result = Search.Fit(s_plots, new Listener(seen), cancellationToken: Token);

        Assert.Equal(result.Plan.SharedFits, seen[^1].SharedFits);
        Assert.Equal(TimeSpan.Zero, seen[^1].Remaining);
        Assert.Null(seen[0].Remaining);
        Assert.True(seen[^1].FitsPerSecond > 0);
        Assert.Equal(result.Plan.TotalFits, seen.Count(value => value.Event.Kind == SearchEventKind.FitFinished));
        Assert.Equal(
            result.Trials.Select(trial => (trial.Index, trial.Score)).Order(),
            seen.Where(value => value.Event.Kind == SearchEventKind.TrialFinished).Select(value => (value.Event.Trial!.Value, value.Event.Score)).Order());
        Assert.All(seen.Where(value => value.Event.Kind == SearchEventKind.FitFinished), value => Assert.True(value.Event is { Step.Length: > 0, Fold: >= 0, Trial: null }));
    }

    [Fact]
    public void WeightedRows_AreLearnedFromByTheirWeights()
    {
        var plain = SearchPlanTests.Numbers(40);
        var weighted = new Dataset(plain.Features, plain.Targets) { Weights = [.. Enumerable.Range(0, 40).Select(row => row % 2 * 2.0)] };
        var search = new GridSearch<Weighing>(Weighing.Space.Offset.In(0)) { Evaluation = new KFold(2), Scoring = Metric.MeanAbsoluteError };

        var result = search.Fit(weighted, cancellationToken: Token);

        double[] odd = [.. plain.Targets.Numbers.Where((_, row) => row % 2 == 1)];
        Assert.Equal(odd.Average(), result.Model.Predict(plain.Features)[0], 12);
        Assert.NotEqual(search.Fit(plain, cancellationToken: Token).Best.Score, result.Best.Score);
    }

    [Fact]
    public void WeightedRows_AreRefusedByWhatDoesNotWeigh()
    {
        var plain = SearchPlanTests.Numbers(30);
        var weighted = new Dataset(plain.Features, plain.Targets) { Weights = [.. Enumerable.Repeat(1.0, 30)] };
        var search = new GridSearch<Brittle>(Brittle.Space.Offset.In(0)) { Evaluation = new KFold(3), Scoring = Metric.MeanAbsoluteError };

        Assert.StartsWith("Brittle is a Brittle, which cannot learn from weighted rows.", search.Fit(weighted, cancellationToken: Token).Trials.Single().Error!.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<(PlanNode Node, int Fold)> Units<TSelf, TData, TFitted>(PlannedSearch<TSelf, TData, TFitted> search)
        where TData : IDataset<TData> => [.. ExecutionOrder.Units(search.Batch.Plan, search.Batch.Planned, search.Planner.Tasks.Count)];

    private static (long PeakBytes, IReadOnlyList<FitUnit> Scores) Run<TSelf, TData, TFitted>(PlannedSearch<TSelf, TData, TFitted> search, int threads, long limit)
        where TData : IDataset<TData>
    {
        using var scheduler = new WorkScheduler(threads);
        var run = new FitRun(search.Planner.Source, new FitContext(scheduler, Token), new FitRunOptions { MemoryLimit = limit });
        var scores = run.Add(search.Batch.Plan, search.Batch.Planned.SelectMany(candidate => search.Planner.Tasks.Select(task => ((PlanNode)candidate.Score!, task))), keeps: true);
        scheduler.Run(run);
        Assert.All(FitUnit.Reachable(scores), unit => Assert.Null(unit.Error));
        return (run.PeakBytes, scores);
    }

    private sealed class Listener(List<SearchProgress> seen) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => seen.Add(value);
    }
}

/// <summary>A weighted mean.</summary>
public sealed partial record Weighing : IRegressor<Weighing, FittedShrunkMean>, IWeightedRegressor<FittedShrunkMean>
{
    [Hyperparameter]
    public int Offset { get; init; }

    public FittedShrunkMean Fit(FeatureMatrix features, double[] target, FitContext? context = null) => new(target.Average(), 0);

    public FittedShrunkMean Fit(FeatureMatrix features, double[] target, double[] weights, FitContext? context = null) =>
        new(target.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum(), 0);
}
