using System.Diagnostics;
using Xunit;

namespace TypedTune.Testing;

/// <summary>Runs the SDK as a user does, in a process of its own.</summary>
internal static class Dotnet
{
    public static async Task<(int ExitCode, string Output)> Run(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the test run's own SDK set would steer the one that is started here.
        foreach (string inherited in start.Environment.Keys.Where(IsOfTheTestRun).ToArray())
            start.Environment.Remove(inherited);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var token = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return (process.ExitCode, await output + await errors);
    }

    private static bool IsOfTheTestRun(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("DOTNET_CLI", StringComparison.OrdinalIgnoreCase)
        || variable is "NUGET_PACKAGES" or "DOTNET_HOST_PATH" or "CI";
}
