namespace TypedTune.Learning;

/// <summary>The nearest rows seen so far, in order of distance; of equally distant ones the first seen comes first.</summary>
internal sealed class NearestRows
{
    private readonly double[] _distances;
    private readonly int[] _rows;

    public NearestRows(int count)
    {
        _distances = new double[count];
        _rows = new int[count];
        Array.Fill(_distances, double.PositiveInfinity);
        Array.Fill(_rows, int.MaxValue);
    }

    public ReadOnlySpan<double> SquaredDistances => _distances;

    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>Takes consecutive rows, which must be offered in ascending order.</summary>
    public void Offer(ReadOnlySpan<double> distances, int firstRow)
    {
        double worst = _distances[^1];
        for (int i = 0; i < distances.Length; i++)
        {
            // A row at an infinite distance still beats an empty place.
            if (distances[i] < worst || _rows[^1] == int.MaxValue)
            {
                Insert(distances[i], firstRow + i);
                worst = _distances[^1];
            }
        }
    }

    private void Insert(double distance, int row)
    {
        int at = _distances.Length - 1;
        for (; at > 0 && (distance < _distances[at - 1] || _rows[at - 1] == int.MaxValue); at--)
        {
            _distances[at] = _distances[at - 1];
            _rows[at] = _rows[at - 1];
        }

        _distances[at] = distance;
        _rows[at] = row;
    }
}
