using CsCheck;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Trials;

public sealed class RankingTests
{
    private static readonly Gen<double> Score = Gen.OneOf(
        Gen.Int[-3, 3].Select(value => (double)value),
        Gen.Int[0, 4].Select(i => new[] { 0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity }[i]),
        Gen.Double[-1, 1]);

    [Fact]
    public void Rank_IsOneMoreThanTheBetterOnes() => Gen.Select(Score.Array[0, 60], Gen.Bool).Sample((scores, isMaximum) =>
    {
        var direction = isMaximum ? Direction.Maximize : Direction.Minimize;
        Trial<Toy>[] trials = [.. scores.Select((score, i) => double.IsNaN(score)
            ? Trial<Toy>.Failed(i, new Toy(), new FormatException())
            : Trial<Toy>.Complete(i, new Toy(), new TrialOutcome(score)))];

        var best = Ranking.Rank<Trial<Toy>, Toy>(trials, direction);

        foreach (var trial in trials)
            Assert.Equal(trial.Succeeded ? 1 + trials.Count(other => other.Succeeded && direction.IsBetter(other.Score!.Value, trial.Score!.Value)) : null, trial.Rank);
        Assert.Equal(trials.FirstOrDefault(trial => trial.Rank == 1), best);
    });
}
