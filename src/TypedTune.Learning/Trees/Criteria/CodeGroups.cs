namespace TypedTune.Learning;

/// <summary>The rows of a node sorted by the codes of a feature, and grouped where those are equal. Holds the buffers of one thread.</summary>
internal sealed class CodeGroups : IComparer<int>
{
    private ulong[] _keys = [];
    private ulong[] _other = [];
    private int[] _rows = [];
    private int[] _codes = [];
    private int[] _starts = [];
    private double[] _orderKeys = [];
    private int[] _order = [];

    /// <summary>How many different codes there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; private set; }

    /// <summary>The numbers of all rows in the node, group after group.</summary>
    public ReadOnlySpan<int> AllRows => _rows.AsSpan(0, RowCount);

    /// <summary>Where each group starts, and at last where they end.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count + 1);

    /// <summary>Room for a number a group, by which <see cref="Order"/> orders.</summary>
    public Span<double> OrderKeys => _orderKeys.AsSpan(0, Count);

    /// <summary>Room for the rows to be sorted: the code in the upper half, the row's number in the node in the lower.</summary>
    /// <param name="count">How many rows.</param>
    public Span<ulong> Keys(int count)
    {
        if (_keys.Length < count)
        {
            int length = Math.Max(count, Math.Min(2 * _keys.Length, 1 << 20));
            (_keys, _other) = (new ulong[length], new ulong[length]);
            (_rows, _codes, _order, _orderKeys, _starts) = (new int[length], new int[length], new int[length], new double[length], new int[length + 1]);
        }

        return _keys.AsSpan(0, count);
    }

    /// <summary>Sorts and groups what <see cref="Keys"/> was filled with; of equal codes the first row comes first.</summary>
    /// <param name="count">How many rows, at least 1.</param>
    public void Sort(int count)
    {
        var sorted = CodeSort.Sort(_keys.AsSpan(0, count), _other.AsSpan(0, count));
        RowCount = count;
        Count = 0;
        for (int i = 0; i < count; i++)
        {
            int code = (int)(sorted[i] >> 32);
            _rows[i] = (int)sorted[i];
            if (Count > 0 && _codes[Count - 1] == code)
                continue;
            _codes[Count] = code;
            _starts[Count++] = i;
        }

        _starts[Count] = count;
    }

    /// <summary>The code of a group.</summary>
    public int Code(int group) => _codes[group];

    /// <summary>The rows of a group.</summary>
    public ReadOnlySpan<int> Rows(int group) => _rows.AsSpan(_starts[group].._starts[group + 1]);

    /// <summary>The groups by <see cref="OrderKeys"/>; of equal ones that of the smaller code first.</summary>
    public ReadOnlySpan<int> Order()
    {
        for (int group = 0; group < Count; group++)
            _order[group] = group;
        Array.Sort(_order, 0, Count, this);
        return _order.AsSpan(0, Count);
    }

    int IComparer<int>.Compare(int left, int right)
    {
        int byKey = _orderKeys[left].CompareTo(_orderKeys[right]);
        return byKey != 0 ? byKey : left.CompareTo(right);
    }
}
