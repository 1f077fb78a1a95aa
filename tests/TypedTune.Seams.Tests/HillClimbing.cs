using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Seams;

#region sampler
/// <summary>Proposes points on the way from the best trial to a random point of the space, and now and then the random point itself.</summary>
/// <param name="Step">How much of the way, and how often the random point; above 0 and at most 1.</param>
public sealed record HillClimbing(double Step = 0.25) : ISampler
{
    public bool Learns => true;

    public ISamplerSession<T> Start<T>(SamplerStart<T> start) => new Session<T>(start, SpaceEncoding.Create(start.Space), Step);

    private sealed class Session<T>(SamplerStart<T> start, SpaceEncoding<T> encoding, double step) : ISamplerSession<T>
    {
        private Trial<T>? _best;

        public void Tell(Trial<T> trial) => _best = trial.Score is { } score && (_best is null || start.Direction.IsBetter(score, _best.Score!.Value)) ? trial : _best;

        public bool TryPropose(ProposalRequest<T> request, [MaybeNullWhen(false)] out T configuration)
        {
            var random = start.Seed.Derive(request.Index).Derive(request.Attempt).Stream();
            bool isFound = false;
            configuration = start.Space.Root;
            for (int refused = 0; refused < 1000 && !isFound; refused++)
            {
                isFound = start.Space.TryPoint([.. Enumerable.Range(0, start.Space.Dimensions).Select(_ => random.NextDouble())], out configuration);
                if (isFound && _best is not null && random.NextDouble() >= step)
                    isFound = encoding.TryDecodeNearest(Between(encoding.Encode(_best.Configuration), encoding.Encode(configuration)), out configuration);
            }

            return isFound;
        }

        private double[] Between(double[] best, double[] other) =>
            [.. encoding.Hyperparameters.Select((hyperparameter, i) => hyperparameter.Range.Kind == HyperparameterKind.Choice ? other[i] : best[i] + (step * (other[i] - best[i])))];
    }
}
#endregion
