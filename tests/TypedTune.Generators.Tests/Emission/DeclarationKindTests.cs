namespace TypedTune.Generators.Tests.Emission;

/// <summary>Each kind of declaration, as text and at work.</summary>
public sealed class DeclarationKindTests
{
    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Declaration_GivesItsText(string name) => Snapshot.Verify("Emission/Declarations", name, Declarations.All[name].Source);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Declaration_Works(string name)
    {
        var (source, expression, expected) = Declarations.All[name];

        Assert.Equal(expected, await Compiling.Run(source, $$"""
            public static class Program
            {
                public static string Run() => string.Join(" | ", {{expression}});
            }
            """));
    }
}
