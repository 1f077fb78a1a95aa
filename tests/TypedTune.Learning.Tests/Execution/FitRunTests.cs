using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Execution;

/// <summary>A run takes work at any time, shares what is there, and gives the same bits however the work comes.</summary>
public sealed class FitRunTests
{
    private static readonly Table<FaultyRow> s_rows = FaultyRow.Many();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void WorkThatIsAddedWhileItRuns_GivesTheSameBits(int threads)
    {
        var search = Search(null);
        var expected = search.Fit(s_rows, cancellationToken: Token).Trials.Select(trial => trial.FoldScores);
        var incremental = new Incremental(search, threads) { HoldsData = true };

        // Each candidate is planned and added when the one before it has ended.
        var scores = incremental.Run(waits: false);

        Assert.Equal(expected, scores);
    }

    [Fact]
    public void SharedData_IsHeldForWhatIsAddedLater()
    {
        var log = new FaultLog();

        new Incremental(Search(log), threads: 2) { HoldsData = true }.Run(waits: true);

        Assert.Equal((3, 3), (log.FitsOf("Features.Left.First"), log.FitsOf("Middle")));
        Assert.Equal(3 * 4, log.FitsOf("Last"));
    }

    [Fact]
    public void SharedData_IsMadeAgainWhereItWasLetGo()
    {
        var log = new FaultLog();
        var expected = Search(null).Fit(s_rows, cancellationToken: Token).Trials.Select(trial => trial.FoldScores);

        var scores = new Incremental(Search(log), threads: 2).Run(waits: true);

        Assert.Equal(3 * 4, log.FitsOf("Middle"));
        Assert.Equal(expected, scores);
    }

    [Fact]
    public void HeldData_IsLetGoWhereMemoryIsNeeded()
    {
        var expected = Search(null).Fit(s_rows, cancellationToken: Token).Trials.Select(trial => trial.FoldScores);
        var incremental = new Incremental(Search(null), threads: 1) { HoldsData = true, MemoryLimit = 1 };

        Assert.Equal(expected, incremental.Run(waits: true));
    }

    [Fact]
    public void WhatNeedsAFailure_FailsByItWhenItIsAddedLater()
    {
        var log = new FaultLog();
        var faulty = new GridSearch<FaultyModel>(FaultyModel.Candidates("Middle", log, (new FaultPlan(Fault.Throw, 1), 1), (new FaultPlan(Fault.Throw, 1), 2))) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };
        var incremental = new Incremental(faulty, threads: 1) { HoldsData = true };

        incremental.Run(waits: true);

        Assert.Equal(2, incremental.Errors.Count);
        Assert.All(incremental.Errors, error => Assert.Equal("Middle failed in fold 1: it broke", error.Message));
        Assert.Equal(3, log.FitsOf("Middle"));
    }

    [Fact]
    public void OnePlan_IsRunOnSeveralTasks()
    {
        var data = SearchPlanTests.Numbers(30);
        FitTask[] tasks = [.. new FoldTasks().Create(new KFold(3), data.Roles), FitTask.Whole(data.Roles)];
        var planner = new FitPlanner<Dataset>(data, tasks[0]);
        var prediction = planner.NodeOf(((IEstimator<Ridge, Dataset, FittedRidge>)new Ridge()).Plan(planner, "", planner.Source));

        var units = WholeRun.Run(planner.Complete(), FitSource.From(data), tasks.Select(task => (prediction, task)), namesFolds: true, threads: 2, Token);

        Assert.Equal([10, 10, 10, null], units.Select(unit => ((PredictionResult)unit.Result!).Predictions.Scored?.Truth.RowCount));
        Assert.Equal([false, false, false, true], units.Select(unit => ((PredictionResult)unit.Result!).Fitted is FittedRidge));
    }

    private static GridSearch<FaultyModel> Search(FaultLog? log) => new(FaultyModel.Candidates("Last", log, (FaultPlan.None, 1), (FaultPlan.None, 1.5), (FaultPlan.None, 2), (FaultPlan.None, 3)))
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
        Refit = false,
    };

    /// <summary>Plans and adds one candidate after the other.</summary>
    private sealed class Incremental(Search<FaultyModel> search, int threads)
    {
        private readonly Lock _gate = new();
        private readonly CandidatePlanner<FaultyModel, Table<FaultyRow>, FaultyModel.Fitted> _planner = new(search, s_rows, total: null);
        private readonly PlannedCandidate<FaultyModel>[] _candidates = [.. search.ToStudy().Ask(1000).Select(candidate => new PlannedCandidate<FaultyModel>(candidate))];
        private readonly Dictionary<(int Candidate, int Fold), double> _scores = [];
        private CandidateRun<FaultyModel>? _run;
        private int _ended;

        public bool HoldsData { get; init; }

        public long MemoryLimit { get; init; } = long.MaxValue;

        public List<Exception> Errors { get; } = [];

        public IEnumerable<IReadOnlyList<double>> Run(bool waits)
        {
            using var scheduler = new WorkScheduler(threads);
            _run = new CandidateRun<FaultyModel>(_planner.Source, _planner.Tasks, new FitContext(scheduler, Token), new CandidateRunOptions<FaultyModel>
            {
                Fits = new FitRunOptions { HoldsData = HoldsData, MemoryLimit = MemoryLimit },
                FoldEnded = ended => Ended(ended, waits),
            });
            for (int next = 0; next < (waits ? _candidates.Length : 1); next++)
            {
                _run.Add(_planner.Plan([_candidates[next]]));
                scheduler.Run(_run.Work);
            }

            return _candidates.Select(candidate => (IReadOnlyList<double>)[.. Enumerable.Range(0, 3).Select(fold => _scores.GetValueOrDefault((candidate.Index, fold)))]);
        }

        private void Ended(CandidateFold<FaultyModel> ended, bool waits)
        {
            PlannedBatch<FaultyModel>? batch = null;
            lock (_gate)
            {
                if (ended.Error is { } error)
                    Errors.Add(error);
                else
                    _scores.Add((ended.Candidate.Index, ended.Fold), ended.Scores!.Validation[0]);
                _ended++;
                if (!waits && _ended % 3 == 0 && _ended / 3 < _candidates.Length)
                    batch = _planner.Plan([_candidates[_ended / 3]]);
            }

            if (batch is not null)
                _run!.Add(batch);
        }
    }
}
