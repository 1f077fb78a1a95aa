namespace TypedTune.Architecture.Tests;

/// <summary>No public method has more than five parameters or more than three overloads, but for those that are listed with their reason.</summary>
public sealed class PublicMethodTests
{
    private static readonly Dictionary<string, (string Member, string Reason)[]> Allowed = new()
    {
        ["TypedTune"] = [],
        ["TypedTune.Learning"] = [],
        ["TypedTune.Arrow"] = [],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void PublicMethods_AreFewAndShort(string project)
    {
        var offenders = PublicMethods.FindOffenders(SourceProjects.Read(project));

        Violations.AssertNone(offenders.Where(offender => !Allowed[project].Any(allowed => allowed.Member == offender.Member)).Select(offender => offender.Problem));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryAllowedMethod_IsStillTooMuch(string project)
    {
        var offenders = PublicMethods.FindOffenders(SourceProjects.Read(project)).Select(offender => offender.Member).ToHashSet();

        Assert.All(Allowed[project], allowed => Assert.True(offenders.Contains(allowed.Member), $"{allowed.Member} keeps to the rule now. Delete its line."));
    }

    [Fact]
    public void MethodOfSixParametersAndFourOverloads_IsFound()
    {
        var project = SourceProject.From(("Oven.cs", """
            public class Oven
            {
                public Oven(int a, int b, int c, int d, int e, int f) { }
                public void Bake() { }
                public void Bake(int a) { }
                public void Bake(int a, int b) { }
                public void Bake(int a, int b, int c) { }
                public void Roast(int a, int b, int c, int d, int e, System.Threading.CancellationToken cancellation, System.IProgress<int> progress) { }
                internal void Fry(int a, int b, int c, int d, int e, int f) { }
            }
            """));

        Assert.Equal(["Oven", "Oven.Bake"], PublicMethods.FindOffenders(project).Select(offender => offender.Member));
    }
}
