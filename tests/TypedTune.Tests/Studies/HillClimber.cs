using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Tests.Studies;

/// <summary>Proposes a point of the unit cube near the best that it was told of; writes down what it was told and what was pending.</summary>
internal sealed record HillClimber : ISampler
{
    public List<string> Calls { get; } = [];

    public bool Learns => true;

    public ISamplerSession<T> Start<T>(SamplerStart<T> start) => new Session<T>(start, Calls);

    private sealed class Session<T>(SamplerStart<T> start, List<string> calls) : ISamplerSession<T>
    {
        private readonly Dictionary<int, double[]> _points = [];
        private Trial<T>? _best;

        public void Tell(Trial<T> trial)
        {
            calls.Add($"tell {trial.Index} {trial.Score}");
            if (trial.Score is { } score && (_best is null || start.Direction.IsBetter(score, _best.Score!.Value)))
                _best = trial;
        }

        public bool TryPropose(ProposalRequest<T> request, [MaybeNullWhen(false)] out T configuration)
        {
            calls.Add($"propose {request.Index} pending {string.Join(',', request.Pending.Select(candidate => candidate.Index))}");
            var random = start.Seed.Derive(request.Index).Derive(request.Attempt).Stream();
            double[] point = [.. Enumerable.Range(0, start.Space.Dimensions).Select(i =>
                _best is null || !_points.TryGetValue(_best.Index, out double[]? best) ? random.NextDouble() : Math.Clamp(best[i] + (random.NextDouble() - 0.5) / 4, 0, 1))];
            _points[request.Index] = point;
            return start.Space.TryPoint(point, out configuration);
        }
    }
}
