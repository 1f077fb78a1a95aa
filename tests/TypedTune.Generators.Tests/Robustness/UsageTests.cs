namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Spaces, searches and fits that rules look into, whole and unfinished.</summary>
public sealed class UsageTests
{
    [Fact]
    public void AnyUse_MakesNoRuleThrow() => new Cases("Uses", Draw, edit => Verdict.Check(edit)).Try(200);

    private static Edit Draw(Dice dice)
    {
        var (before, text) = RandomStatements.Use(dice);
        return new Edit(before, before.Count - 1, dice.OneIn(2) ? Mutation.Of(text, dice) : text);
    }
}
