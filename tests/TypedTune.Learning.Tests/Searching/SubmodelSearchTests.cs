namespace TypedTune.Learning.Tests.Searching;

/// <summary>Candidates whose models are submodels of one fit are one fit, and score as if each were its own.</summary>
public sealed class SubmodelSearchTests
{
    private static readonly Dataset s_data = SearchPlanTests.Numbers(40);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void CandidatesOfOneFit_AreOneFitAFold()
    {
        var log = new FaultLog();
        var search = Search(log, work: 0) with { Refit = false };

        var plan = search.Plan(s_data);
        var result = search.Fit(s_data, cancellationToken: Token);

        Assert.Equal(new StepFits("ShrunkMean", Fits: 2 * 4, FitsWithoutSubmodels: 6 * 4, NaiveFits: 6 * 4), plan.Steps.Single());
        Assert.Equal((8, 16, 16), (plan.TotalFits, plan.SubmodelSavings, plan.SharedFits));
        Assert.Contains("8 fits instead of 24, 24 without submodels", plan.ToString(), StringComparison.Ordinal);
        Assert.Equal(Enumerable.Repeat("submodels up to 0.5", 8), log.Entries);
        Assert.Equal(6, result.Trials.Count);
    }

    [Fact]
    public void ScoresOfSubmodels_AreThoseOfFitsOfTheirOwn()
    {
        var together = Search(null, work: 0).Fit(s_data, cancellationToken: Token);

        foreach (var trial in together.Trials)
        {
            var alone = new GridSearch<ShrunkMean>(Grid<ShrunkMean>.Of(trial.Configuration)) { Evaluation = new KFold(4), Scoring = Metric.RootMeanSquaredError, TrainingScores = true };
            var expected = alone.Fit(s_data, cancellationToken: Token).Trials.Single();
            Assert.Equal(expected.FoldScores, trial.FoldScores);
            Assert.Equal(expected.Scores[0].Training!.Values, trial.Scores[0].Training!.Values);
        }
    }

    [Fact]
    public void ForestsOfOneFit_ScoreAsFitsOfTheirOwn()
    {
        var plots = Plot.Many(90);
        var p = PlotModel.Space;
        var grid = p.Forest.Trees.In(3, 8) * p.Forest.MaxDepth.In(2, 4, null) * p.Forest.MinRowsToSplit.In(2, 10) + p.Forest.MaxLeaves.In(4, 9) * p.Forest.PruningStrength.In(0, 0.01);
        var search = new GridSearch<PlotModel>(grid) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Refit = false };

        var result = search.Fit(plots, cancellationToken: Token);

        Assert.InRange(search.Plan(plots).FitsOf("Forest"), 3, 12);
        Assert.Equal(3 * 16, search.Plan(plots).Steps.Single(step => step.Step == "Forest").FitsWithoutSubmodels);
        var folds = new KFold(3).Split(plots.Roles);
        Assert.All(result.Trials, trial => Assert.Equal(
            folds.Select(fold => Metric.RootMeanSquaredError.Score(plots.TakeRows(fold.Validation).Target, trial.Configuration.Fit(plots.TakeRows(fold.Train)).Predict(plots.TakeRows(fold.Validation)))),
            trial.FoldScores));
    }

    [Fact]
    public void MembersThatCostMoreTogether_AreFittedByThemselves()
    {
        var log = new FaultLog();
        var p = ShrunkMean.SpaceFrom(new ShrunkMean { Work = 1e6, Log = log });
        var search = new GridSearch<ShrunkMean>(p.Strength.In(0, 0.25, 0.5)) { Evaluation = new Holdout(0.5), Scoring = Metric.MeanAbsoluteError };

        // Widening 0.25 to 0.5 takes no more than 0.5 alone: the three stay together.
        Assert.Equal(1, search.Plan(s_data).TotalFits);

        var dear = new GridSearch<PairedSubmodels>(PairedSubmodels.Space.Left.In(0, 100) * PairedSubmodels.Space.Right.In(0, 100)) { Evaluation = new Holdout(0.5), Scoring = Metric.MeanAbsoluteError };

        // (0, 100) and (100, 0) widen to 100 × 100, which costs what (100, 100) does, and so all four are one.
        Assert.Equal(1, dear.Plan(s_data).TotalFits);
        var apart = new GridSearch<PairedSubmodels>(PairedSubmodels.Space.Left.In(0) * PairedSubmodels.Space.Right.In(100) + PairedSubmodels.Space.Left.In(100) * PairedSubmodels.Space.Right.In(0)) { Evaluation = new Holdout(0.5), Scoring = Metric.MeanAbsoluteError };

        // Without (100, 100) the widest would cost fifty times what both do.
        var plan = apart.Plan(s_data);
        Assert.Equal((2, 0), (plan.TotalFits, plan.SubmodelSavings));
        Assert.Equal(2, apart.Fit(s_data, cancellationToken: Token).Trials.Count(trial => trial.Succeeded));
    }

    [Fact]
    public void IllegalMember_FailsByItself()
    {
        var p = ShrunkMean.SpaceFrom(new ShrunkMean { Strength = 2 });
        var grid = p.Kind.In(0) + p.Kind.In(0) * p.Strength.In(0.1, 0.2);
        var search = new GridSearch<ShrunkMean>(grid) { Evaluation = new KFold(4), Scoring = Metric.RootMeanSquaredError };

        var result = search.Fit(s_data, cancellationToken: Token);

        Assert.Equal([false, true, true], result.Trials.Select(trial => trial.Succeeded));
        Assert.Contains("ShrunkMean.Strength must be at least 0 and at most 1, but is 2.", result.Trials[0].Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void MemberThatFailsTheSharedFit_FailsByItself(int threads)
    {
        var data = SearchPlanTests.Numbers(20);
        var search = new GridSearch<KNeighborsRegressor>(KNeighborsRegressor.Space.Neighbors.In(1, 15, 3)) { Evaluation = new KFold(2), Scoring = Metric.MeanAbsoluteError, Threads = threads };

        var result = search.Fit(data, cancellationToken: Token);

        Assert.Equal(2, result.Plan.TotalFits);
        Assert.Equal([true, false, true], result.Trials.Select(trial => trial.Succeeded));
        var error = Assert.IsType<FitException>(result.Trials[1].Error);
        Assert.Equal(("KNeighborsRegressor", 0, new KNeighborsRegressor { Neighbors = 15 }), (error.Step, error.Fold, error.Configuration));
        Assert.Contains("10 rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MembersWithoutAWidest_AreFittedByThemselves()
    {
        var log = new FaultLog();
        var p = ShrunkMean.SpaceFrom(new ShrunkMean { Kind = 9, Log = log });
        var search = new GridSearch<ShrunkMean>(p.Strength.In(0, 0.25, 0.5)) { Evaluation = new KFold(4), Scoring = Metric.RootMeanSquaredError, Refit = false };

        var result = search.Fit(s_data, cancellationToken: Token);

        Assert.All(result.Trials, trial => Assert.True(trial.Succeeded));
        Assert.Equal(12, log.Entries.Count(entry => entry.StartsWith("alone", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-5)]
    public void EstimateThatIsNoAmountOfWork_FailsItsCandidate(double work)
    {
        var search = new GridSearch<ShrunkMean>(ShrunkMean.SpaceFrom(new ShrunkMean { Work = work }).Strength.In(0.5, 1)) { Evaluation = new KFold(4), Scoring = Metric.RootMeanSquaredError };

        var result = search.Fit(s_data, cancellationToken: Token);

        Assert.All(result.Trials, trial => Assert.Contains("ShrunkMean estimates its fit as FitEstimate", trial.ErrorMessage!, StringComparison.Ordinal));
    }

    [Fact]
    public void Model_IsThePlainFitOfTheWinner()
    {
        var result = Search(null, work: 0).Fit(s_data, cancellationToken: Token);

        FittedShrunkMean model = result.Model;
        Assert.Equal(result.Best.Configuration.Fit(s_data.Features, s_data.Targets.Numbers).Predict(s_data.Features), model.Predict(s_data.Features));
    }

    private static GridSearch<ShrunkMean> Search(FaultLog? log, double work)
    {
        var p = ShrunkMean.SpaceFrom(new ShrunkMean { Work = work, Log = log });
        return new GridSearch<ShrunkMean>(p.Kind.In(1, 2) * p.Strength.In(0, 0.25, 0.5))
        {
            Evaluation = new KFold(4),
            Scoring = Metric.RootMeanSquaredError,
            TrainingScores = true,
            Threads = 2,
        };
    }
}

/// <summary>Submodels in two directions, whose fit costs their product.</summary>
public sealed partial record PairedSubmodels : IRegressor<PairedSubmodels, FittedShrunkMean>, ISubmodels<PairedSubmodels, double[], PairedFittedSubmodels>, IFitEstimate
{
    [Hyperparameter(Min = 0)]
    public int Left { get; init; }

    [Hyperparameter(Min = 0)]
    public int Right { get; init; }

    public PairedSubmodels ToSubmodelKey() => new();

    public PairedSubmodels Widest(IReadOnlyList<PairedSubmodels> members, int rows) => new() { Left = members.Max(member => member.Left), Right = members.Max(member => member.Right) };

    public FitEstimate EstimateFit(InputSize input) => new((1.0 + Left) * (1 + Right));

    public FittedShrunkMean Fit(FeatureMatrix features, double[] target, FitContext? context = null) => new(Left + Right, 0);

    public PairedFittedSubmodels FitSubmodels(FeatureMatrix features, double[] target, FitContext? context = null) => new();
}

public sealed class PairedFittedSubmodels : IFittedSubmodels<PairedSubmodels, double[]>
{
    public double[][] Predict(FeatureMatrix features, IReadOnlyList<PairedSubmodels> members, FitContext? context = null) =>
        [.. members.Select(member => member.Fit(features, []).Predict(features, context))];
}
