using TypedTune.Contracts;

namespace TypedTune.Seams;

#region contract
public sealed partial class HillClimbingTests : SamplerContract
{
    protected override ISampler Create() => new HillClimbing();
}
#endregion

public sealed partial class HillClimbingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Best_IsMostlyBetterThanThatOfAsManyRandomPoints()
    {
        double Best(ISampler sampler, int seed) => new Study<ContractSettings>(ContractSettings.Continuum) { Sampler = sampler, Budget = new() { Trials = 200 }, Seed = seed }
            .Minimize(settings => Math.Abs(settings.Share - 0.123) + (Math.Abs(settings.Count - 60) / 100.0), Cancellation).Best.Score!.Value;

        Assert.InRange(Enumerable.Range(0, 10).Count(seed => Best(new HillClimbing(), seed) < Best(Sampler.Random, seed)), 8, 10);
    }
}
