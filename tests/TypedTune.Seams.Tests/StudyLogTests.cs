using TypedTune.Contracts;

namespace TypedTune.Seams;

public sealed class StudyLogTests
{
    [Fact]
    public void Log_SaysWhatHappenedInOrder()
    {
        using var text = new StringWriter { NewLine = "\n" };
        var study = new Study<EvaluatorJob>(EvaluatorJob.Space.Score.In(2.5, -1) + EvaluatorJob.Space.Ending.In(JobEnding.Throw)) { Threads = 1, Observers = [new StudyLog<EvaluatorJob>(text)] };

        var result = study.Minimize(
            (job, trial, cancellation) =>
            {
                trial.Report(1, job.Score * 2);
                return job.Run(cancellation);
            },
            TestContext.Current.CancellationToken);

        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Empty(result.ObserverErrors);
        Assert.Equal(["0 proposed: EvaluatorJob { Score = 2.5, Ending = Score }", "0 step 1: 5", "0 Complete: 2.5, 1 of 3, best 2.5"], lines.Where(line => line.StartsWith('0')));
        Assert.Equal("2 Failed: The job of score 0 throws., 3 of 3, best -1", lines[^1]);
        Assert.Equal(9, lines.Length);
    }
}
