namespace TypedTune.Contracts;

/// <summary>What the evaluators of a contract are to do.</summary>
public sealed partial record EvaluatorJob
{
    /// <summary>The score.</summary>
    [Hyperparameter]
    public double Score { get; init; }

    /// <summary>How the evaluation ends.</summary>
    [Hyperparameter]
    public JobEnding Ending { get; init; }

    /// <summary>Does the job as an evaluation in any process does: gives the score, throws, or hangs.</summary>
    /// <param name="cancellation">Ends the hanging.</param>
    /// <exception cref="InvalidOperationException">The job is to throw.</exception>
    public double Run(CancellationToken cancellation)
    {
        if (Ending == JobEnding.Hang && cancellation.WaitHandle.WaitOne(TimeSpan.FromMinutes(5)))
            cancellation.ThrowIfCancellationRequested();
        return Ending switch
        {
            JobEnding.Throw => throw new InvalidOperationException($"The job of score {Score} throws."),
            JobEnding.NoNumber => double.NaN,
            _ => Score,
        };
    }
}
