namespace TypedTune.Learning.Tests.Searching;

public sealed class SearchPlanTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(90);

    private static GridSearch<PlotModel> Search => new(PlotModel.OverlappingGrids())
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
    };

    [Fact]
    public void OverlappingGrids_FitEachDistinctThingOnce()
    {
        var plan = Search.Plan(s_plots);

        Assert.Equal((15, 13, 3), (plan.Candidates, plan.Distinct, plan.Folds));
        Assert.Equal(39, plan.FitsOf("Forest"));
        Assert.Equal(12, plan.FitsOf("Features.Geo"));
        Assert.All(["Features.Soil.Impute", "Features.Soil.Encode", "Features.Rest.Impute", "Features.Rest.Scale"], step => Assert.Equal(3, plan.FitsOf(step)));
        Assert.All(plan.Steps, step => Assert.Equal(45, step.NaiveFits));
        Assert.Equal(39 + 12 + 4 * 3, plan.TotalFits);
    }

    [Fact]
    public void Plan_ReadsAsText() => Assert.StartsWith(
        """
        15 candidates, 13 distinct, 3 folds
          Features.Geo             12 fits instead of 45
        """.ReplaceLineEndings(Environment.NewLine),
        Search.Plan(s_plots).ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void UnknownStep_IsRefusedWithTheKnownOnes()
    {
        var exception = Assert.Throws<ArgumentException>(() => Search.Plan(s_plots).FitsOf("Forests"));

        Assert.Contains("no step Forests; its steps are Features.Geo, Features.Soil.Impute", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execution_FitsWhatThePlanSays()
    {
        CountingScaler.Fits = 0;
        var p = CountedModel.Space;
        var search = new GridSearch<CountedModel>(p.Ridge.Alpha.In(0.1, 1, 10, 1) * p.Scale.Factor.In(1, 2))
        {
            Evaluation = new KFold(4),
            Scoring = Metric.RSquared,
            Refit = false,
        };
        var data = Numbers(40);

        var plan = search.Plan(data);
        Assert.Equal(0, CountingScaler.Fits);
        _ = search.Fit(data, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((8, 6), (plan.Candidates, plan.Distinct));
        Assert.Equal(2 * 4, plan.FitsOf("Scale"));
        Assert.Equal(plan.FitsOf("Scale"), CountingScaler.Fits);
        Assert.Equal(3 * 2 * 4, plan.FitsOf("Ridge"));
    }

    [Fact]
    public void CandidatesThatCannotBeFitted_AreNamedByThePlan()
    {
        var rows = Numbers(30);
        var weighted = new Dataset(rows.Features, rows.Targets) { Weights = [.. Enumerable.Repeat(2.0, 30)] };
        var search = new GridSearch<KNeighborsRegressor>(KNeighborsRegressor.Space.Neighbors.In(1, 2)) { Evaluation = new KFold(3), Scoring = Metric.RSquared };

        var plan = search.Plan(weighted);

        Assert.Equal(2, plan.Refused);
        Assert.Contains("2 of them cannot be fitted; the first: KNeighborsRegressor is a KNeighborsRegressor, which cannot learn from weighted rows.", plan.ToString(), StringComparison.Ordinal);
    }

    internal static Dataset Numbers(int rows)
    {
        var random = Seed.Of(5).Stream();
        double[][] matrix = [.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextNormal(), random.NextNormal() })];
        return new Dataset(FeatureMatrix.FromRows(matrix), [.. matrix.Select(row => 2 * row[0] - row[1])]);
    }
}

[Pipeline]
public sealed partial record CountedModel
{
    public CountingScaler Scale { get; init; } = new();
    public Ridge Ridge { get; init; } = new();
}

public sealed partial record CountingScaler : ITransformer<FittedCountingScaler>
{
    private static int s_fits;

    public static int Fits
    {
        get => Volatile.Read(ref s_fits);
        set => Volatile.Write(ref s_fits, value);
    }

    [Hyperparameter(Min = 0, MinExclusive = true)]
    public double Factor { get; init; } = 1;

    public FittedCountingScaler Fit(FeatureMatrix input, FitContext? context = null)
    {
        Interlocked.Increment(ref s_fits);
        return new FittedCountingScaler(input.Names, Factor);
    }
}

public sealed class FittedCountingScaler(FeatureNames names, double factor) : IFittedStep<FeatureMatrix, FeatureMatrix>
{
    public FeatureNames FeatureNames { get; } = names;

    public FeatureMatrix Transform(FeatureMatrix input) =>
        FeatureMatrix.FromColumnMajor([.. input.AsColumnMajor().ToArray().Select(value => value * factor)], input.RowCount, input.Names);
}
