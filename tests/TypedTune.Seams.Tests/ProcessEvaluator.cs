using System.Diagnostics;

namespace TypedTune.Seams;

/// <summary>Evaluates each trial in a process of its own, which prints the score, or fails with a message among its errors.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <param name="command">The process of a configuration; called for each attempt.</param>
public sealed class ProcessEvaluator<T>(Func<T, ProcessStartInfo> command) : IEvaluator<T>
{
    public IEvaluatorSession<T> Start(EvaluatorStart<T> start) => new ProcessSession<T>(command, start);
}
