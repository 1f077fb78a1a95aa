using TypedTune.Contracts;

namespace TypedTune.Tests.Studies;

/// <summary>The evaluator of <see cref="Study{T}.MinimizeAsync"/>.</summary>
public sealed class AsyncObjectiveEvaluatorTests : EvaluatorContract
{
    protected override IEvaluator<EvaluatorJob> Create(Action<EvaluatorJob> begin) => new AsyncObjectiveEvaluator<EvaluatorJob>(
        async (job, _, cancellation) =>
        {
            begin(job);
            await Task.Yield();
            return job.Run(cancellation);
        },
        timeout: null);
}
