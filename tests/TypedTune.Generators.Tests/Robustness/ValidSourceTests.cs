namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Declarations as users may write them, by a grammar.</summary>
public sealed class ValidSourceTests
{
    [Fact]
    public void ValidDeclarations_MakeCodeThatCompilesWithoutAWarning()
    {
        long valid = 0;

        long all = new Cases("ValidSources", Draw, edit => Interlocked.Add(ref valid, Verdict.Check(edit) ? 1 : 0)).Try(300);

        // Or else the grammar would no longer try what it is for.
        Assert.True(all == 1 || valid > 0.9 * all, $"Of {all} sources only {valid} are valid.");
    }

    private static Edit Draw(Dice dice) => new(dice.Pick(RandomSource.Projects), 0, RandomSource.Of(dice));
}
