using TypedTune.Contracts;

namespace TypedTune.Tests.Studies;

/// <summary>The evaluator of <see cref="Study{T}.Minimize(Func{T, CancellationToken, double}, CancellationToken)"/>.</summary>
public sealed class ObjectiveEvaluatorTests : EvaluatorContract
{
    protected override IEvaluator<EvaluatorJob> Create(Action<EvaluatorJob> begin) => new ObjectiveEvaluator<EvaluatorJob>(new Objective<EvaluatorJob>(
        (job, _, cancellation) =>
        {
            begin(job);
            return job.Run(cancellation);
        },
        IsCancellable: true,
        Reports: false));
}
