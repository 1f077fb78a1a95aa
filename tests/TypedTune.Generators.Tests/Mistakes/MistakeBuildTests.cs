namespace TypedTune.Generators.Tests.Mistakes;

/// <summary>A plain <c>dotnet build</c> of each mistake prints it once, at its place, and no error of a generated file.</summary>
public sealed class MistakeBuildTests(MistakeBuild build) : IClassFixture<MistakeBuild>
{
    public static TheoryData<string> Names => MistakeTests.Names;

    [Fact]
    public void WorkingProject_BuildsWithoutAWord() => Assert.Empty(build.PrintedByWorkingProject);

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistake_IsPrintedAlone(string name) => Assert.Equal(MistakeTests.All[name].Expected, build.Printed(MistakeTests.All[name]));

    [Fact]
    public void Messages_AreThoseOfTheTable() => Snapshot.VerifyText(
        "Mistakes",
        "Mistakes.verified.md",
        "| mistake | place | id | message |\n|---|---|---|---|\n" + string.Concat(MistakeTests.All.Values.SelectMany(build.Rows).Select(row => row + "\n")));
}
