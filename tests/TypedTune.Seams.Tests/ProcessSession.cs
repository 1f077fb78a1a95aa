using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TypedTune.Seams;

/// <summary>Candidates that wait for a thread, each of which starts a process and waits for it.</summary>
internal sealed class ProcessSession<T>(Func<T, ProcessStartInfo> command, EvaluatorStart<T> start) : IEvaluatorSession<T>
{
    private readonly ConcurrentQueue<Candidate<T>> _waiting = new();

    public int Wanted => Math.Max(0, start.Scheduler.DegreeOfParallelism - _waiting.Count);

    public void Add(IReadOnlyList<Candidate<T>> candidates)
    {
        foreach (var candidate in candidates)
            _waiting.Enqueue(candidate);
    }

    public bool TryTake(out Action? work)
    {
        work = _waiting.TryDequeue(out var candidate) ? () => Evaluate(candidate) : null;
        return work is not null;
    }

    public void Dispose()
    {
    }

    private void Evaluate(Candidate<T> candidate)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int attempt = 0; ; attempt++)
        {
            double score = Attempt(candidate.Configuration, out var error);
            var duration = Stopwatch.GetElapsedTime(begin);
            if (error is null)
                start.Sink.Complete(candidate.Index, new TrialOutcome(score) { Duration = duration });
            else if (start.CancellationToken.IsCancellationRequested)
                start.Sink.Abandon(candidate.Index);
            else if (attempt < start.OnFailure.Retries)
                continue;
            else
                start.Sink.Fail(candidate.Index, error, duration);
            return;
        }
    }

    private double Attempt(T configuration, out Exception? error)
    {
        try
        {
            double score = Run(configuration);
            error = double.IsNaN(score) ? new InvalidOperationException("The process printed a score that is not a number.") : null;
            return score;
        }
        catch (Exception exception)
        {
            error = exception;
            return double.NaN;
        }
    }

    private double Run(T configuration)
    {
        var info = command(configuration);
        (info.RedirectStandardOutput, info.RedirectStandardError) = (true, true);
        using var process = Process.Start(info)!;
        using var kill = start.CancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The process ended with code {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }
}
