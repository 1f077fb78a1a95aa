using TypedTune.Contracts;

namespace TypedTune.Tests.Samplers;

public sealed class GridSamplerTests : SamplerContract
{
    protected override bool ProposesFromContinua => false;

    protected override bool UsesSeed => false;

    protected override ISampler Create() => Sampler.Grid;
}
