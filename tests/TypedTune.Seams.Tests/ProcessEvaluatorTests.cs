using TypedTune.Contracts;

namespace TypedTune.Seams;

public sealed class ProcessEvaluatorTests : EvaluatorContract
{
    protected override IEvaluator<EvaluatorJob> Create(Action<EvaluatorJob> begin) => new ProcessEvaluator<EvaluatorJob>(job =>
    {
        begin(job);
        return WorkerProcess.Command("evaluate", ConfigurationText.Write(job));
    });

    [Fact]
    public void ProcessThatCannotBeStarted_FailsItsTrial()
    {
        var evaluator = new ProcessEvaluator<EvaluatorJob>(_ => new("there-is-no-such-program"));

        var result = new Study<EvaluatorJob>(EvaluatorJob.Space.Score.In(1)).Run(evaluator, TestContext.Current.CancellationToken);

        Assert.Contains("there-is-no-such-program", Assert.Single(result.Trials).ErrorMessage, StringComparison.Ordinal);
    }
}
