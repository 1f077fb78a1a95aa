using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Tests.Studies;

/// <summary>A study evaluates no configuration that breaks the bounds its hyperparameters declare, whoever proposes it.</summary>
public sealed partial class ProposalCheckTests
{
    [Fact]
    public void EnqueuedOutsideOfTheBounds_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Study<Bounded>(Bounded.Space.Width.In(1, 2)).Enqueue(new() { Width = 0 }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SamplerThatProposesNonsense_EndsTheStudyWithItsTrials(bool isNull)
    {
        var study = new Study<Bounded>(Bounded.Space.Width.In(1, 2)) { Sampler = new Falling(isNull), Budget = new() { Trials = 5 } };

        var result = study.Minimize((Bounded one) => one.Width, TestContext.Current.CancellationToken);

        Assert.Equal((StopReason.Error, 2), (result.StopReason, result.Trials.Count));
        Assert.Contains(isNull ? "proposed null as candidate 2" : "outside of the declared bounds as candidate 2", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("score", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PropertyNamedAsAPartOfAStudysIdentity_IsToldApart()
    {
        var identity = new Study<Bounded>(Bounded.Space.Width.In(1, 2)).DescribeIdentity([]);

        Assert.Contains(identity.Parts, part => part is { Name: "property seed", Text: "0" });
    }

    internal sealed partial record Bounded
    {
        [Hyperparameter(Min = 1)]
        public int Width { get; init; } = 1;

        [Hyperparameter]
        public int seed { get; init; }
    }

    // Proposes widths 2, 1 and then 0 or null.
    private sealed record Falling(bool IsNull) : ISampler
    {
        public bool Learns => true;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => new Session<T>(IsNull);

        private sealed class Session<T>(bool isNull) : ISamplerSession<T>
        {
            public bool TryPropose(ProposalRequest<T> request, [MaybeNullWhen(false)] out T configuration)
            {
                configuration = isNull && request.Index == 2 ? default! : (T)(object)new Bounded { Width = 2 - request.Index };
                return true;
            }

            public void Tell(Trial<T> trial)
            {
            }
        }
    }
}
