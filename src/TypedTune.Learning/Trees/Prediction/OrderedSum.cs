namespace TypedTune.Learning;

/// <summary>A sum of vectors that come in any order and are added by their number: the same bits on any number of threads. Thread safe.</summary>
/// <param name="length">How many numbers a vector has.</param>
internal sealed class OrderedSum(int length)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, double[]> _waiting = [];
    private readonly Stack<double[]> _idle = new();
    private int _next;

    /// <summary>The sums, once all vectors have been added.</summary>
    public double[] Sums { get; } = new double[length];

    /// <summary>Room for a vector, all 0.</summary>
    public double[] Rent()
    {
        lock (_gate)
        {
            if (!_idle.TryPop(out var vector))
                return new double[length];
            Array.Clear(vector);
            return vector;
        }
    }

    /// <summary>Adds a vector, now or when those before it have come.</summary>
    /// <param name="number">Its number; from 0, each once.</param>
    /// <param name="vector">What was rented; not to be touched any more.</param>
    public void Add(int number, double[] vector)
    {
        lock (_gate)
        {
            _waiting.Add(number, vector);
            for (; _waiting.Remove(_next, out var next); _next++)
            {
                for (int i = 0; i < next.Length; i++)
                    Sums[i] += next[i];
                _idle.Push(next);
            }
        }
    }
}
