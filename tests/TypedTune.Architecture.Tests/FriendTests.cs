namespace TypedTune.Architecture.Tests;

/// <summary>Projects open their internals to tests alone.</summary>
public sealed class FriendTests
{
    private static readonly AllowedUse[] Allowed =
    [
        new("TypedTune.Generators", "TypedTune.CodeFixes", "Fixes share the parsers and rules of the generator; both are one package, and neither has a public surface."),
    ];

    public static TheoryData<string> Projects => [.. new[] { "src", "generators" }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/'))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Internals_AreVisibleToTestsAlone(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        string[] allowed = [.. Allowed.Where(allowed => allowed.From == name).Select(allowed => allowed.To)];

        Assert.Equal(allowed, Friends.FindOutsideTests(Repository.Read(file)));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("generators")]
    public void NoAttributeInCode_OpensInternals(string folder) => Assert.DoesNotContain(
        Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
        file => File.ReadAllText(file).Contains("InternalsVisibleTo", StringComparison.Ordinal));

    [Fact]
    public void FriendOutsideTests_IsFound() => Assert.Equal(
        ["Elsewhere"],
        Friends.FindOutsideTests("""<Project><ItemGroup><InternalsVisibleTo Include="Elsewhere" /><InternalsVisibleTo Include="TypedTune.Tests" /></ItemGroup></Project>"""));
}
