namespace TypedTune.Architecture.Tests;

/// <summary>The repository's projects, each read once for all tests.</summary>
internal static class SourceProjects
{
    private static readonly Dictionary<string, Lazy<SourceProject>> Projects = new[] { "src/TypedTune", "src/TypedTune.Learning", "src/TypedTune.Arrow", "generators/TypedTune.Generators", "generators/TypedTune.CodeFixes" }
        .ToDictionary(folder => Path.GetFileName(folder), folder => new Lazy<SourceProject>(() => SourceProject.Read(folder)));

    /// <summary>A project by its name.</summary>
    public static SourceProject Read(string name) => Projects[name].Value;
}
