using System.Reflection;

[assembly: AssemblyFixture(typeof(TypedTune.Packages.Tests.PackedFeed))]

namespace TypedTune.Packages.Tests;

/// <summary>The packages in a folder that serves as a feed, of a version that no cache knows; deleted afterwards.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    /// <summary>The packages' version.</summary>
    public const string Version = "0.0.1-test";

    private static readonly string Repository = typeof(PackedFeed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The scratch folder, outside the repository.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("typedtune-packages-").FullName;

    /// <summary>The folder of packages.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The repository's folder, whose name the packages must not carry.</summary>
    public static string RepositoryRoot => Repository;

    public async ValueTask InitializeAsync() => await Pack(Feed);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Builds everything anew, once, and packs it. What analyzers say, the build of the solution says.</summary>
    public static async Task Pack(string feed)
    {
        await Run("build", "src/TypedTune.Arrow", "-t:Rebuild", "-p:RunAnalyzers=false");
        foreach (string project in new[] { "TypedTune", "TypedTune.Learning", "TypedTune.Arrow" })
            await Run("pack", $"src/{project}", "--no-build", "-o", feed);
        await Run("pack", "src/TypedTune.Templates", "-o", feed);

        static async Task Run(string verb, string project, params string[] more)
        {
            var (exitCode, output) = await Dotnet.Run(
                Repository, new Dictionary<string, string>(),
                [verb, project, "-c", "Release", "--disable-build-servers", $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true", .. more]);
            Assert.True(exitCode == 0, output);
        }
    }

    /// <summary>Copies a consumer out of the repository and runs the SDK on it, with the feed beside the machine's own.</summary>
    public async Task<(int ExitCode, string Output)> RunConsumer(string consumer, params string[] arguments)
    {
        string target = Path.Combine(Folder, consumer);
        if (!Directory.Exists(target))
        {
            Directory.CreateDirectory(target);
            foreach (string file in Directory.GetFiles(Path.Combine(Repository, "tests", "TypedTune.Packages.Tests", "Consumers", consumer)))
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        return await Run(target, arguments);
    }

    /// <summary>Runs the SDK in a folder, with the feed beside the machine's own.</summary>
    public async Task<(int ExitCode, string Output)> Run(string folder, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        return await Dotnet.Run(folder, Variables, arguments);
    }

    /// <summary>Where the packages that are restored are kept.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(Folder, "cache") };

    private static string MachinePackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
