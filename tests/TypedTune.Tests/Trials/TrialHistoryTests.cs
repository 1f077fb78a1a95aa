using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Trials;

public sealed class TrialHistoryTests
{
    [Fact]
    public void EqualScores_ShareTheBetterRank()
    {
        double[] scores = [2, 1, 2, 3, 1, double.NaN];

        Assert.Equal([3, 1, 3, 5, 1, null], Ranks(scores, Direction.Minimize));
        Assert.Equal([2, 4, 2, 1, 4, null], Ranks(scores, Direction.Maximize));
    }

    [Fact]
    public void Infinities_AreRankedToo() => Assert.Equal([3, 1, 2], Ranks([double.PositiveInfinity, double.NegativeInfinity, 0], Direction.Minimize));

    [Fact]
    public void BestOfEqualTrials_IsTheFirst()
    {
        var result = new Study<Toy>(Toy.Space.Height.In(4, 2, 3)).Minimize(_ => 1, TestContext.Current.CancellationToken);

        Assert.Equal(4, result.Best.Configuration.Height);
        Assert.Equal([4, 2, 3], result.Ranked.Select(trial => trial.Configuration.Height));
    }

    [Fact]
    public void Text_SaysRankScoreAndConfiguration()
    {
        var result = new Study<Toy>(Toy.Space.Height.In(4, 2)).Minimize(toy => toy.Height == 2 ? double.NaN : 1, TestContext.Current.CancellationToken);

        Assert.StartsWith("#1 1: Toy { Height = 4", result.Trials[0].ToString());
        Assert.StartsWith("failed (The objective is not a number.): Toy { Height = 2", result.Trials[1].ToString());
    }

    private static IEnumerable<int?> Ranks(double[] scores, Direction direction)
    {
        var grid = Toy.Space.Height.Uniform(0, scores.Length - 1);
        var result = direction == Direction.Minimize
            ? new Study<Toy>(grid).Minimize(toy => scores[toy.Height], TestContext.Current.CancellationToken)
            : new Study<Toy>(grid).Maximize(toy => scores[toy.Height], TestContext.Current.CancellationToken);
        return result.Trials.Select(trial => trial.Rank);
    }
}
