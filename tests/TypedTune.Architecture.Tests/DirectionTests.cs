namespace TypedTune.Architecture.Tests;

/// <summary>Dump.</summary>
public sealed class DirectionTests
{
    [Theory]
    [InlineData("TypedTune")]
    [InlineData("TypedTune.Learning")]
    [InlineData("TypedTune.Generators")]
    [InlineData("TypedTune.CodeFixes")]
    public void Dump(string name)
    {
        var project = SourceProjects.Read(name);
        using var writer = new StreamWriter($"/tmp/uses-{name}.txt");
        foreach (var use in project.Uses)
            writer.WriteLine($"{use.File} {use.Type} {use.UsedFile}");
    }
}
