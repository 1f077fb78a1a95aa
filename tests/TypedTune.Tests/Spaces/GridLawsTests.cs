using CsCheck;

namespace TypedTune.Tests.Spaces;

/// <summary>The laws of the algebra, over random expressions.</summary>
public sealed class GridLawsTests
{
    [Fact]
    public void Sum_IsAssociativeInOrder() => ToyGrids.Factors.Sample((a, b, c) => AssertSame((a + b) + c, a + (b + c)));

    [Fact]
    public void Product_IsAssociativeInOrder() => ToyGrids.Factors.Sample((a, b, c) => AssertSame((a * b) * c, a * (b * c)));

    [Fact]
    public void ProductOverSum_DistributesFromTheRightInOrder() => ToyGrids.Factors.Sample((a, b, c) => AssertSame((a + b) * c, (a * c) + (b * c)));

    [Fact]
    public void ProductOverSum_DistributesFromTheLeftAsAMultiset() => ToyGrids.Factors.Sample((a, b, c) =>
        Assert.Equal(Counted(c * (a + b)), Counted((c * a) + (c * b))));

    [Fact]
    public void SumAndProduct_CommuteAsMultisets() => ToyGrids.Factors.Sample((a, b, _) =>
    {
        Assert.Equal(Counted(a + b), Counted(b + a));
        Assert.Equal(Counted(a * b), Counted(b * a));
    });

    [Fact]
    public void GridOfTheRoot_IsNeutralInAProduct() => ToyGrids.Any.Sample(grid =>
    {
        var one = Grid<Toy>.Of(new Toy());
        AssertSame(grid, grid * one);
        AssertSame(grid, one * grid);
    });

    [Fact]
    public void Count_IsTheNumberOfPointsVisited() => ToyGrids.Any.Sample(grid => Assert.Equal(grid.Count(), grid.Count));

    [Fact]
    public void Count_OfASumIsTheSumAndOfAProductTheProduct() => ToyGrids.Factors.Sample((a, b, _) =>
    {
        Assert.Equal(a.Count + b.Count, (a + b).Count);
        Assert.Equal(a.Count * b.Count, (a * b).Count);
    });

    [Fact]
    public void Index_NamesThePointVisitedThere() => ToyGrids.Any.Sample(grid =>
        Assert.Equal(grid.ToArray(), Enumerable.Range(0, (int)grid.Count).Select(index => grid[index])));

    [Fact]
    public void Where_IsWhereOverThePoints() => Gen.Select(ToyGrids.Any, ToyGrids.Conditions).Sample((grid, condition) =>
        Assert.Equal(Enumerable.Where(grid, condition), grid.Where(condition)));

    [Fact]
    public void CountDistinct_IsTheNumberOfUnequalConfigurations() => ToyGrids.Any.Sample(grid =>
        Assert.Equal(new HashSet<Toy>(grid).Count, grid.CountDistinct()));

    [Fact]
    public void UnitCube_HitsOnlyPointsOfTheGrid() => Gen.Select(ToyGrids.Any, Gen.Double[0, 1].Array[64]).Sample((grid, numbers) =>
    {
        if (grid.TryPoint(numbers.AsSpan(0, grid.Dimensions), out var point))
            Assert.Contains(point, grid);
    });

    [Fact]
    public void Parameters_AreEachListedOnce() => ToyGrids.Any.Sample(grid =>
        Assert.Equal(grid.Parameters.Select(parameter => parameter.Path).Distinct(), grid.Parameters.Select(parameter => parameter.Path)));

    private static void AssertSame(Grid<Toy> expected, Grid<Toy> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.AsEnumerable(), actual);
    }

    private static Dictionary<Toy, int> Counted(Grid<Toy> grid) => grid.GroupBy(toy => toy).ToDictionary(group => group.Key, group => group.Count());
}
