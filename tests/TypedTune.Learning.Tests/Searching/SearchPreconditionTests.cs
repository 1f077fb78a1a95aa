namespace TypedTune.Learning.Tests.Searching;

/// <summary>What a search refuses or settles before its first fit, so that no result is lost at its end.</summary>
public sealed class SearchPreconditionTests
{
    private static readonly Dataset s_data = new(
        FeatureMatrix.FromRows([.. Enumerable.Range(0, 30).Select(i => new[] { i, i * 7 % 5.0 })], new FeatureNames("a", "b")),
        [.. Enumerable.Range(0, 30).Select(i => i + (i * 7 % 5.0))]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Search<Ridge> Continuum => new(Ridge.Space.Alpha.Uniform(0.1, 10)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

    private static Search<Ridge> Values => new(Ridge.Space.Alpha.In(0.5, 1, 2)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

    private static GridSearch<Brittle> Brittles(Grid<Brittle> grid) => new(grid) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Threads = 2 };

    [Fact]
    public void PlanOfAContinuumWithoutANumberOfTrials_IsRefused()
    {
        Assert.StartsWith("The search cannot be planned: ", Assert.Throws<ArgumentException>(() => Continuum.Plan(s_data)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The search cannot be planned: ", Assert.Throws<ArgumentException>(() => (Continuum with { Budget = new() { Time = TimeSpan.FromSeconds(60) } }).Plan(s_data)).Message, StringComparison.Ordinal);
        Assert.Equal(7, (Continuum with { Budget = new() { Trials = 7 } }).Plan(s_data).Distinct);
    }

    [Fact]
    public void Plan_LeavesTheStoreToTheFit()
    {
        var search = Values with { Store = new InMemoryStore() };

        search.Plan(s_data);
        search.Units(s_data);

        Assert.Equal(3, search.Fit(s_data, cancellationToken: Token).Trials.Count);
        Assert.Equal(0, search.Fit(s_data, cancellationToken: Token).Plan.TotalFits);
    }

    [Fact]
    public void SplitterWithoutAText_CannotBeContinued()
    {
        var earlier = (Values with { Evaluation = new Odd(1) }).Fit(s_data, cancellationToken: Token);

        var error = Assert.Throws<ArgumentException>(() => (Values with { Evaluation = new Odd(0) }).Continue(earlier, s_data, cancellationToken: Token));

        Assert.Contains("has no text of its own", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SamplerOrPrunerWithoutAText_CannotBeContinuedOrKept()
    {
        var search = Values with { Sampler = new Speechless(), Pruner = new Speechless() };
        var earlier = search.Fit(s_data, cancellationToken: Token);

        Assert.Contains("Speechless has no text of its own", Assert.Throws<ArgumentException>(() => search.Continue(earlier, s_data, cancellationToken: Token)).Message, StringComparison.Ordinal);
        Assert.Contains("Speechless has no text of its own", Assert.Throws<ArgumentException>(() => (search with { Sampler = null }).Continue(earlier, s_data, cancellationToken: Token)).Message, StringComparison.Ordinal);
        Assert.Contains("has no text of its own", Assert.Throws<ArgumentException>(() => (search with { Store = new InMemoryStore() }).Fit(s_data, cancellationToken: Token)).Message, StringComparison.Ordinal);
        Assert.Contains("Odd has no text of its own", Assert.Throws<ArgumentException>(() => (Values with { Evaluation = new Odd(1), Store = new InMemoryStore() }).Fit(s_data, cancellationToken: Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RandomizedSearchWithMoreIterations_GoesOn()
    {
        var search = new RandomizedSearch<Ridge>(Ridge.Space.Alpha.Uniform(0.1, 10)) { Iterations = 3, Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };
        var more = search with { Iterations = 6 };

        var found = more.Continue(search.Fit(s_data, cancellationToken: Token), s_data, cancellationToken: Token);

        Assert.Equal(more.Fit(s_data, cancellationToken: Token).Trials.Select(trial => trial.Score), found.Trials.Select(trial => trial.Score));
        Assert.Equal(9, found.Plan.TotalFits);
    }

    [Fact]
    public void RandomizedSearchWithASampler_IsRefused() => Assert.Contains(
        "but its Sampler is GridSampler",
        Assert.Throws<ArgumentException>(() => new RandomizedSearch<Ridge>(Ridge.Space.Alpha.In(1, 2)) { Sampler = Sampler.Grid, Scoring = Metric.RSquared }.Fit(s_data, cancellationToken: Token)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void NullAmongTheObservers_IsRefused() => Assert.Throws<ArgumentException>(() => Values with { Observers = [null!] });

    [Fact]
    public void NullForAMetricOrTheEvaluation_IsRefused()
    {
        Assert.StartsWith("Metrics must be a list without null.", Assert.Throws<ArgumentException>(() => Values with { Metrics = [Metric.RSquared, null!] }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Values with { Metrics = null! });
        Assert.Equal("Scoring", Assert.Throws<ArgumentNullException>(() => Values with { Scoring = null! }).ParamName);
        Assert.Equal("Evaluation", Assert.Throws<ArgumentNullException>(() => Values with { Evaluation = null! }).ParamName);
    }

    private sealed class Speechless : ISampler, IPruner
    {
        public bool Learns => false;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => Sampler.Random.Start(start);

        public bool ShouldPrune(PruningContext context) => false;
    }

    private sealed class Odd(int first) : ISplitter
    {
        public int? FoldCount => 1;

        public IReadOnlyList<Fold> Split(RowRoles rows) =>
            [new Fold([.. Enumerable.Range(0, rows.RowCount).Where(row => row % 2 != first)], [.. Enumerable.Range(0, rows.RowCount).Where(row => row % 2 == first)])];
    }

    [Fact]
    public void RowsFewerThanFolds_AreRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => Brittles(Brittle.Space.Offset.In(1)).Fit(SearchPlanTests.Numbers(2), cancellationToken: Token));

        Assert.Contains("3 folds need at least 3 rows, but there are 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoRows_AreRefused() => Assert.StartsWith(
        "There are no rows to learn from.",
        Assert.Throws<ArgumentException>(() => Brittles(Brittle.Space.Offset.In(1)).Fit(SearchPlanTests.Numbers(0), cancellationToken: Token)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void TargetThatIsNaN_IsRefusedWithItsRow()
    {
        var data = new Dataset(FeatureMatrix.FromRows([[1], [2], [3], [4]]), Targets.Of([1, 2, double.NaN, 4], "Yield"));

        var exception = Assert.Throws<ArgumentException>(() => Brittles(Brittle.Space.Offset.In(1)).Fit(data, cancellationToken: Token));

        Assert.Equal("Yield is NaN in row 2; every row that is learned from or scored needs a target. Remove such rows first.", exception.Message);
    }

    [Fact]
    public void GridThatAdmitsNothing_IsRefused()
    {
        var search = Brittles(Brittle.Space.Offset.Uniform(0, 10).Where(brittle => brittle.Offset > 10));

        Assert.Equal(
            "The space is empty: it holds no configuration to evaluate. Look at the condition of Where.",
            Assert.Throws<ArgumentException>(() => search.Fit(s_data, cancellationToken: Token)).Message);
        Assert.Throws<ArgumentException>(() => search.Plan(s_data));
    }

    [Fact]
    public void SpaceWithoutValues_IsRefused() => Assert.StartsWith(
        "Offset.In needs one value at least; without any the space would be empty.",
        Assert.Throws<ArgumentException>(() => Brittle.Space.Offset.In(Array.Empty<int>())).Message,
        StringComparison.Ordinal);
}
