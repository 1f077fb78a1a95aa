using System.Diagnostics;

namespace TypedTune.Learning.Tests.Numerics;

/// <summary>Every kind of result has the same bits with any vector instructions, and with none.</summary>
public sealed class InstructionSetTests
{
    private static readonly Lazy<Task<string[]>> s_digests = new(() => DigestsWithout(null));

    [Theory]
    [InlineData("EnableAVX512F")]
    [InlineData("EnableAVX2")]
    [InlineData("EnableAVX")]
    [InlineData("EnableFMA")]
    [InlineData("EnableHWIntrinsic")]
    public async Task ResultsWithoutInstructions_AreTheSame(string instructions)
    {
        string[] expected = await s_digests.Value;

        Assert.True(expected.Length > 100, $"The program printed {expected.Length} results only.");
        Assert.Equal(expected, await DigestsWithout(instructions));
    }

    [Fact]
    public async Task Results_DifferFromEachOther()
    {
        string[] hashes = [.. (await s_digests.Value).Select(line => line.Split(' ')[1])];

        Assert.True(hashes.Distinct().Count() > 0.9 * hashes.Length, "Many results are the same, as if they did not depend on what is calculated.");
    }

    private static async Task<string[]> DigestsWithout(string? instructions)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TypedTune.Digests.dll")]) { RedirectStandardOutput = true };
        if (instructions is not null)
            start.Environment[$"DOTNET_{instructions}"] = "0";
        using var process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
