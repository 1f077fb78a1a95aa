namespace TypedTune.Tests.Spaces;

/// <summary>Sums of any number of terms work, however they were put together; what is nested deeper than allowed is an error and no end of the process.</summary>
public sealed class LongChainTests
{
    private const int Terms = 100_000;

    private static readonly Grid<Settings> s_leftDeep = Enumerable.Range(0, Terms).Select(Term).Aggregate((sum, term) => sum + term);
    private static readonly Grid<Settings> s_rightDeep = Enumerable.Range(0, Terms).Select(Term).Reverse().Aggregate((sum, term) => term + sum);

    public static TheoryData<bool> Sides => [true, false];

    [Theory]
    [MemberData(nameof(Sides))]
    public void GridOfManyTerms_IsCountedVisitedAndIndexed(bool isLeftDeep)
    {
        var grid = isLeftDeep ? s_leftDeep : s_rightDeep;

        Assert.Equal(Terms, (int)grid.Count);
        Assert.Equal(Terms, (int)grid.Cardinality!.Value);
        Assert.Equal(Enumerable.Range(0, Terms).Select(index => (long)index), grid.Select(point => point.Ticks));
        foreach (int index in (int[])[0, 1, 777, Terms - 2, Terms - 1])
            Assert.Equal(index, grid[index].Ticks);
        Assert.Throws<ArgumentOutOfRangeException>(() => grid[Terms]);
        Assert.NotNull(grid.ToString());
        Assert.Equal(Terms / 2, (int)grid.Where(point => point.Ticks % 2 == 0).Count);
        Assert.True(grid.TryPoint(new double[grid.Dimensions], out var first));
        Assert.Equal(0, first.Ticks);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public void GridOfManyTerms_IsDrawnFromAndSearched(bool isLeftDeep)
    {
        var grid = isLeftDeep ? s_leftDeep : s_rightDeep;
        var drawn = new Study<Settings>(grid) { Sampler = new RandomSampler { Count = 50 } }.Minimize(point => point.Ticks, TestContext.Current.CancellationToken);
        var visited = new Study<Settings>(grid) { Budget = new Budget { Trials = 20 } }.Minimize(point => point.Ticks, TestContext.Current.CancellationToken);

        Assert.Equal(50, drawn.Trials.Select(trial => trial.Configuration).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 20).Select(index => (long)index), visited.Trials.Select(trial => trial.Configuration!.Ticks));
    }

    [Fact]
    public void SpaceOfManyTerms_IsDrawnFrom()
    {
        var space = Enumerable.Range(0, 20_000).Select(index => (Space<Settings>)Settings.Space.Share.Uniform(0, 1) * Settings.Space.Ticks.In(index)).Aggregate((sum, term) => sum + term);

        var found = new Study<Settings>(space) { Budget = new Budget { Trials = 20 } }.Minimize(point => point.Share, TestContext.Current.CancellationToken);

        Assert.Null(space.Cardinality);
        Assert.Equal(1 + 2 * 20_000, space.Dimensions);
        Assert.Equal(20, found.Trials.Select(trial => trial.Configuration!.Ticks).Distinct().Count());
    }

    [Fact]
    public void GridOfManyTerms_IsEncoded()
    {
        var encoding = SpaceEncoding.Create(Enumerable.Range(0, 3000).Select(Term).Aggregate((sum, term) => sum + term));

        double[] numbers = encoding.Encode(new Settings { Ticks = 2345 });

        Assert.Equal(2345, Decoded(encoding, numbers).Ticks);
    }

    [Fact]
    public void SumsInsideProducts_WorkHundredsDeep()
    {
        Space<Settings> space = Settings.Space.Share.Uniform(0, 1);
        for (int i = 0; i < 400; i++)
            space = (space + Settings.Space.Share.Uniform(0, 1)) * Grid<Settings>.Of(new Settings());

        Assert.Equal(10, new Study<Settings>(space) { Budget = new Budget { Trials = 10 } }.Minimize(point => point.Share, TestContext.Current.CancellationToken).Trials.Count);
    }

    [Fact]
    public void ConditionsAndProductsNestedTooDeep_AreRefused()
    {
        Grid<Settings> filtered = Settings.Space.Ticks.In(1, 2, 3), multiplied = filtered;
        for (int i = 0; i < 900; i++)
        {
            filtered = filtered.Where(point => point.Ticks > 1);
            multiplied *= Grid<Settings>.Of(new Settings());
        }

        Assert.Equal([2, 3], filtered.Select(point => point.Ticks));
        Assert.Equal([1, 2, 3], multiplied.Select(point => point.Ticks));
        Assert.Contains("at most 1000 products and conditions deep", Assert.Throws<InvalidOperationException>(() => Nest(filtered, grid => grid.Where(_ => true))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Nest(multiplied, grid => grid * Grid<Settings>.Of(new Settings())));

        static void Nest(Grid<Settings> grid, Func<Grid<Settings>, Grid<Settings>> step)
        {
            for (int i = 0; i < 20_000; i++)
                grid = step(grid);
        }
    }

    private static Settings Decoded(SpaceEncoding<Settings> encoding, double[] numbers)
    {
        Assert.True(encoding.TryDecode(numbers, out var configuration));
        return configuration;
    }

    private static Grid<Settings> Term(int index) => Settings.Space.Ticks.In(index);
}
