using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TypedTune.Generators.Tests.Robustness;

/// <summary>
/// Tries numbered cases, from 0 on. A case is made of its number alone: TYPEDTUNE_CASE=number tries that one again.
/// </summary>
/// <param name="name">What the cases are.</param>
/// <param name="draw">Makes a case.</param>
/// <param name="check">Tries a case; throws where it fails.</param>
internal sealed class Cases(string name, Func<Dice, Edit> draw, Action<Edit> check)
{
    private const int MostFailures = 12;
    private static readonly TimeSpan LongestCase = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<long, string> _failures = new();
    private readonly ConcurrentDictionary<long, (Stopwatch Since, Edit Case)> _running = new();
    private long _last = -1;

    /// <summary>Tries as many cases as a continuous build has time for, or a multiple of them; says how many.</summary>
    public long Try(long usual)
    {
        long? single = Environment.GetEnvironmentVariable("TYPEDTUNE_CASE") is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;
        _last = (single ?? 0) - 1;
        long end = single + 1 ?? Iterations.Of(usual);
        var clock = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(worker => Start(worker, end)).ToArray();
        while (!Array.TrueForAll(workers, worker => worker.Join(TimeSpan.FromMilliseconds(100))))
        {
            if (_running.FirstOrDefault(running => running.Value.Since?.Elapsed > LongestCase) is { Value.Case: { } stuck, Key: var number })
                Assert.Fail($"{Describe(number)} does not end.\n{stuck}");
        }

        Assert.True(_failures.IsEmpty, string.Join("\n\n", _failures.OrderBy(failure => failure.Key).Select(failure => $"{Describe(failure.Key)} fails.\n{failure.Value}")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {end - (single ?? 0)} cases in {clock.Elapsed.TotalSeconds:F0} s.");
        return end - (single ?? 0);
    }

    private Thread Start(int worker, long end)
    {
        var thread = new Thread(() => Work(worker, end)) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private void Work(int worker, long end)
    {
        // A stack that overflows ends the process: what is left of it is this file.
        string trace = Path.Combine(AppContext.BaseDirectory, $"{name}.{worker}.case");
        while (_failures.Count < MostFailures && Interlocked.Increment(ref _last) is var number && number < end)
        {
            File.WriteAllText(trace, $"{Describe(number)} was running.\n");
            Edit? drawn = null;
            try
            {
                drawn = draw(new Dice(number));
                _running[number] = (Stopwatch.StartNew(), drawn);
                check(drawn);
            }
            catch (Exception exception)
            {
                _failures[number] = $"{exception}\n{drawn}";
            }

            _running.TryRemove(number, out _);
        }

        File.Delete(trace);
    }

    private string Describe(long number) => $"Case {number} of {name} (again with TYPEDTUNE_CASE={number})";
}
