using System.Reflection;

namespace TypedTune.Generators.Tests;

/// <summary>
/// Compares generated sources, and other texts, with files of Verify's shape, <c>Name.verified.cs</c> beside the test. What differs is
/// written as <c>Name.received.cs</c>; with UPDATE_SNAPSHOTS=1 it becomes the expectation.
/// </summary>
internal static class Snapshot
{
    private static string ProjectDirectory { get; } = typeof(Snapshot).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    public static void Verify(string folder, string name, params string[] sources) => VerifyText(folder, $"{name}.verified.cs", string.Join("\n", Compiling.Generate(sources)
        .OrderBy(source => source.HintName, StringComparer.Ordinal)
        .Select(source => $"// {source.HintName}\n{source.SourceText}")));

    /// <summary>What is expected.</summary>
    public static string Read(string folder, string file) => File.ReadAllText(Path.Combine(ProjectDirectory, folder, file)).ReplaceLineEndings("\n");

    /// <summary>The same with any text.</summary>
    public static void VerifyText(string folder, string file, string received)
    {
        string verifiedFile = Path.Combine(ProjectDirectory, folder, file);
        string receivedFile = Path.Combine(ProjectDirectory, folder, file.Replace(".verified.", ".received.", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verifiedFile, received);
            return;
        }

        string expected = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : "";
        if (expected != received)
            File.WriteAllText(receivedFile, received);
        Assert.Equal(expected, received);
    }
}
