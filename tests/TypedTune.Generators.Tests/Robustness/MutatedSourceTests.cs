namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Unfinished, misspelt and odd code.</summary>
public sealed class MutatedSourceTests
{
    [Fact]
    public void MutatedSource_MakesNothingThrowAndNoInvalidOutput() => new Cases("MutatedSources", Draw, edit => Verdict.Check(edit)).Try(500);

    private static Edit Draw(Dice dice)
    {
        if (dice.OneIn(3))
            return new Edit(dice.Pick(RandomSource.Projects), 0, Mutation.Of(RandomSource.Of(dice), dice));
        var files = dice.Pick(Corpus.Projects);
        int file = dice.OneIn(3) ? dice.Next(files.Count) : files.Count - 1;
        return new Edit(files, file, Mutation.Of(files[file], dice));
    }
}
