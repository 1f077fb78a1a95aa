using System.Diagnostics;
using System.Net.Http.Json;

namespace TypedTune.Packages.Tests;

/// <summary>What <c>dotnet new</c> makes of the templates builds and runs.</summary>
public sealed class TemplateTests(PackedFeed feed)
{
    [Fact]
    public async Task TuningProgram_TunesAndSaves()
    {
        string folder = await Make("typedtune", "Flats");

        var (exitCode, output) = await feed.Run(folder, "run", "--disable-build-servers");

        Assert.True(exitCode == 0, output);
        Assert.Contains("On rows that it has not seen: ", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "flats.model")), output);
    }

    [Fact]
    public async Task Api_AnswersARequest()
    {
        var token = TestContext.Current.CancellationToken;
        string folder = await Make("typedtune-api", "Rents");
        var (exitCode, output) = await feed.Run(folder, "build", "--disable-build-servers", "-o", "out");
        Assert.True(exitCode == 0, output);

        var start = new ProcessStartInfo("dotnet", [Path.Combine("out", "Rents.dll"), "flats.model", "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var server = Process.Start(start)!;
        try
        {
            string? line;
            do
                line = await server.StandardOutput.ReadLineAsync(token);
            while (line is not null && !line.Contains("Now listening on: ", StringComparison.Ordinal));
            Assert.NotNull(line);
            using var client = new HttpClient { BaseAddress = new Uri(line.Split(": ")[^1]) };
            using var answer = await client.PostAsJsonAsync("/rent", new { area = 52, district = "Hill", heating = "gas", floor = 3 }, token);

            Assert.InRange(await answer.Content.ReadFromJsonAsync<double>(token), 100, 5000);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private async Task<string> Make(string template, string name)
    {
        string folder = Path.Combine(feed.Folder, template, name);
        string hive = Path.Combine(feed.Folder, $"{template}-hive");
        Directory.CreateDirectory(folder);
        foreach (string[] arguments in new string[][]
        {
            ["new", "install", Path.Combine(feed.Feed, $"TypedTune.Templates.{PackedFeed.Version}.nupkg"), "--debug:custom-hive", hive],
            ["new", template, "-n", name, "-o", folder, "--packageVersion", PackedFeed.Version, "--no-update-check", "--debug:custom-hive", hive],
        })
        {
            var (exitCode, output) = await Dotnet.Run(feed.Folder, feed.Variables, arguments);
            Assert.True(exitCode == 0, output);
        }

        return folder;
    }
}
