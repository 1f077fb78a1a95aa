using System.Diagnostics;

namespace TypedTune.Seams;

/// <summary>The program of TypedTune.Seams.Worker, which lies beside the tests.</summary>
internal static class WorkerProcess
{
    /// <summary>The process of a command.</summary>
    /// <param name="arguments">The command and what it works on.</param>
    public static ProcessStartInfo Command(params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "TypedTune.Seams.Worker.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };

    /// <summary>What a command prints.</summary>
    /// <param name="arguments">The command and what it works on.</param>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var token = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(token);
        string errors = await process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException(errors);
    }
}
