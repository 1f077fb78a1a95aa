namespace TypedTune.Learning;

/// <summary>The classes in a node: which there are, numbered in the order of their first rows, and what each weighs. One a thread.</summary>
internal sealed class ClassNode(int classes)
{
    private readonly double[] _weights = new double[classes];
    private readonly int[] _numbers = new int[classes];
    private readonly int[] _present = new int[classes];
    private readonly float[] _presentWeights = new float[classes];

    /// <summary>How many classes there are.</summary>
    public int Count { get; private set; }

    /// <summary>The node's weight.</summary>
    public double Weight { get; private set; }

    /// <summary>The classes that there are.</summary>
    public ReadOnlySpan<int> Present => _present.AsSpan(0, Count);

    /// <summary>The weight of each of <see cref="Present"/>.</summary>
    public ReadOnlySpan<float> Weights => _presentWeights.AsSpan(0, Count);

    /// <summary>For each class its index in <see cref="Present"/>; of no meaning for others.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>The weight of a class.</summary>
    public double WeightOf(int label) => _weights[label];

    /// <summary>Reads a node.</summary>
    /// <param name="records">Its records, each of a weight above 0.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are, at least 1.</param>
    public void Read(ReadOnlySpan<byte> records, in RecordLayout layout, int count)
    {
        foreach (int label in Present)
            _weights[label] = 0;
        Count = 0;
        Weight = 0;
        ref byte record = ref System.Runtime.InteropServices.MemoryMarshal.GetReference(records);
        for (int i = 0; i < count; i++)
        {
            int label = layout.Class(ref record);
            if (_weights[label] == 0)
            {
                _numbers[label] = Count;
                _present[Count++] = label;
            }

            _weights[label] += layout.Weight(ref record);
            record = ref System.Runtime.CompilerServices.Unsafe.Add(ref record, layout.Stride);
        }

        for (int i = 0; i < Count; i++)
        {
            _presentWeights[i] = (float)_weights[_present[i]];
            Weight += _weights[_present[i]];
        }
    }

    /// <summary>The purity of the whole node; see <see cref="IClassImpurity"/>.</summary>
    public double Purity<TImpurity>()
        where TImpurity : struct, IClassImpurity
    {
        double terms = 0;
        foreach (int label in Present)
            terms += TImpurity.Term(_weights[label]);
        return TImpurity.Side(terms, Weight);
    }
}
