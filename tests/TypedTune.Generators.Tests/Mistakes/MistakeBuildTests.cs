namespace TypedTune.Generators.Tests.Mistakes;

/// <summary>A plain <c>dotnet build</c> of each mistake prints it once, at its place, and no error of a generated file.</summary>
public sealed class MistakeBuildTests(MistakeBuild build) : IClassFixture<MistakeBuild>
{
    private const string Head = "| mistake | place | id | message |\n|---|---|---|---|\n";

    public static TheoryData<string> Names => [.. MistakeBuild.Mistakes.Select(mistake => mistake.Name)];

    [Fact]
    public void WorkingProject_BuildsWithoutAWord() => Assert.Empty(build.PrintedByWorkingProject);

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistake_IsPrintedAlone(string name) => Assert.Equal(MistakeTests.All[name].Expected, build.Printed(MistakeTests.All[name]));

    [Fact]
    public void Messages_AreThoseOfTheTable()
    {
        string rows = string.Concat(MistakeBuild.Mistakes.SelectMany(build.Rows).Select(row => row + "\n"));
        if (MistakeBuild.BuildsAll)
            Snapshot.VerifyText("Mistakes", "Mistakes.verified.md", Head + rows);
        else
            Assert.All(rows.Split('\n'), row => Assert.Contains(row, Snapshot.Read("Mistakes", "Mistakes.verified.md"), StringComparison.Ordinal));
    }
}
