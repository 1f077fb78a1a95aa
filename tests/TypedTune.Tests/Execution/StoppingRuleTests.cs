using CsCheck;
namespace TypedTune.Tests.Studies;

public sealed class StoppingRuleTests
{
    [Fact]
    public void AnyOrderOfTelling_GivesTheEndOfTheOrderOfProposal() => Gen.Select(
        Gen.Int[0, 5].Array[1, 40], Gen.Int[1, 6], Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 10_000]).Sample((scores, patience, target, isMaximum, seed) =>
    {
        var direction = isMaximum ? Direction.Maximize : Direction.Minimize;
        var budget = new Budget { Patience = patience, TargetScore = isMaximum ? 5 - target : target };
        int[] shuffled = [.. Enumerable.Range(0, scores.Length)];
        Seed.Of(seed).Stream().Shuffle<int>(shuffled);
        var end = new StoppingRule(budget, direction);

        foreach (int index in shuffled)
            end.Tell(index, Score(scores[index]));

        Assert.Equal(Expected(scores, budget, direction), (end.LastIndex, end.Reason));
    });

    // Told anew for each prefix: the first that reaches the target, or whose last trials brought nothing better.
    private static (int? LastIndex, StopReason Reason) Expected(int[] scores, Budget budget, Direction direction)
    {
        for (int i = 0; i < scores.Length; i++)
        {
            double?[] before = [.. scores[..(i + 1)].Select(Score)];
            if (before[i] is { } score && (direction == Direction.Maximize ? score >= budget.TargetScore : score <= budget.TargetScore))
                return (i, StopReason.TargetScore);
            double? best = direction == Direction.Maximize ? before.Max() : before.Min();
            int lastGain = best is null ? -1 : Array.IndexOf(before, best);
            if (i - lastGain >= budget.Patience)
                return (i, StopReason.Patience);
        }

        return (null, StopReason.Completed);
    }

    // One in six fails.
    private static double? Score(int value) => value == 3 ? null : value;
}
