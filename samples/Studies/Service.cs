namespace Studies;

/// <summary>A service that is called over a network. It is simulated, so that the sample needs none.</summary>
internal sealed class Service
{
    private const int Requests = 200;

    private int _measurements;

    /// <summary>How often it was measured.</summary>
    public int Measurements => _measurements;

    /// <summary>The mean seconds that a request takes.</summary>
    public double Measure(ClientOptions options) => Measure(options, round: 0);

    /// <summary>The mean seconds that a request takes, measured while other requests are under way.</summary>
    public async Task<double> MeasureAsync(ClientOptions options, int round, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        return Measure(options, round);
    }

    // Some requests are lost, the more the more connections there are; the client notices that after its timeout.
    private double Measure(ClientOptions options, int round)
    {
        Interlocked.Increment(ref _measurements);
        var random = Seed.Of(7).Derive(round).Stream();
        double sum = 0;
        for (int request = 0; request < Requests; request++)
        {
            for (int failures = 0; ; failures++)
            {
                double seconds = 0.2 - (Math.Log(1 - random.NextDouble()) * 0.2) + (1.0 / options.Connections);
                bool isLost = random.NextDouble() < 0.002 * options.Connections;
                if ((!isLost && seconds <= options.TimeoutSeconds) || failures == 5)
                {
                    sum += seconds;
                    break;
                }

                sum += options.TimeoutSeconds + options.Backoff.SecondsAfter(failures + 1);
            }
        }

        return sum / Requests;
    }
}
