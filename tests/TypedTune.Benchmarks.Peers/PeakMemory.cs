using System.Diagnostics;
using System.Globalization;

namespace TypedTune.Benchmarks.Peers;

/// <summary>The resident memory of this process in megabytes, from Linux's own records where they are, since only those can be reset.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    public static double Now => File.Exists(Status) ? Read("VmRSS:") : Process.GetCurrentProcess().WorkingSet64 / 1e6;

    public static double Peak => File.Exists(Status) ? Read("VmHWM:") : Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

    /// <summary>From here on, the peak is of what comes; where that cannot be had, it stays that of all before.</summary>
    public static void Reset()
    {
        if (File.Exists(Status))
            File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static double Read(string name)
    {
        string line = File.ReadLines(Status).Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
