using System.Numerics;

namespace TypedTune.Learning;

/// <summary>Sums up to any place of a list whose numbers change (Fenwick, "A new data structure for cumulative frequency tables", 1994).</summary>
internal sealed class PrefixSums
{
    private double[] _sums = [];
    private int _count;

    /// <summary>Makes all numbers 0.</summary>
    /// <param name="count">How many there are.</param>
    public void Clear(int count)
    {
        if (_sums.Length <= count)
            _sums = new double[count + 1];
        else
            _sums.AsSpan(0, count + 1).Clear();
        _count = count;
    }

    /// <summary>Adds to the number at a place, from 0.</summary>
    public void Add(int place, double value)
    {
        for (int i = place + 1; i <= _count; i += i & -i)
            _sums[i] += value;
    }

    /// <summary>The sum of the numbers up to a place and with it.</summary>
    public double UpTo(int place)
    {
        double sum = 0;
        for (int i = place + 1; i > 0; i &= i - 1)
            sum += _sums[i];
        return sum;
    }

    /// <summary>The first place up to which the sum reaches a value above 0; the last one if none does.</summary>
    /// <param name="value">The value.</param>
    /// <param name="less">Sums of as many numbers to take off first; none are larger than these.</param>
    public int FirstReaching(double value, PrefixSums? less)
    {
        int at = 0;
        for (int step = (int)(BitOperations.RoundUpToPowerOf2((uint)_count + 1) >> 1); step > 0; step >>= 1)
        {
            int next = at + step;
            if (next > _count)
                continue;
            double part = _sums[next] - (less?._sums[next] ?? 0);
            if (part >= value)
                continue;
            at = next;
            value -= part;
        }

        return Math.Min(at, _count - 1);
    }
}
