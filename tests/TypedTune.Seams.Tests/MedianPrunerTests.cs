using TypedTune.Contracts;

namespace TypedTune.Seams;

public sealed class MedianPrunerTests : PrunerContract
{
    protected override IPruner Create() => new MedianPruner();

    [Fact]
    public void Study_PrunesWhatIsWorseAndKeepsTheBest()
    {
        var study = new Study<ContractSettings>(ContractSettings.Space.Count.Uniform(1, 60)) { Pruner = new MedianPruner() };

        var result = study.Minimize(
            (settings, trial, _) =>
            {
                int score = settings.Count * 17 % 61;
                trial.Report(1, score);
                return score;
            },
            TestContext.Current.CancellationToken);

        Assert.InRange(result.Trials.Count(trial => trial.State == TrialState.Pruned), 15, 45);
        Assert.Equal(1, result.Best.Score);
    }
}
