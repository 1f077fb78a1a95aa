using TypedTune.Contracts;

namespace TypedTune.Tests.Samplers;

public sealed class RandomSamplerTests : SamplerContract
{
    protected override ISampler Create() => Sampler.Random;
}
