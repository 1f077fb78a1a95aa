namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Fixes of whatever is reported in any source.</summary>
public sealed class FixTests
{
    [Fact]
    public void AnyFix_LeavesWhatParsesAndCompiles()
    {
        long applied = 0;

        long all = new Cases("Fixes", Draw, edit => Interlocked.Add(ref applied, Verdict.UnlessTheCompilerFails(edit, EditorProject.FixAll))).Try(60);

        // Or else the sources would no longer have anything to be put right.
        Assert.True(all == 1 || applied > all / 4, $"In {all} sources only {applied} fixes were offered.");
    }

    private static Edit Draw(Dice dice)
    {
        if (dice.OneIn(3))
        {
            var (before, text) = RandomStatements.Use(dice);
            return new Edit(before, before.Count - 1, dice.OneIn(2) ? Mutation.Of(text, dice) : text);
        }

        var files = dice.Pick(Corpus.Projects);
        int file = dice.OneIn(3) ? dice.Next(files.Count) : files.Count - 1;
        return new Edit(files, file, dice.OneIn(4) ? files[file] : Mutation.Of(files[file], dice));
    }
}
