using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// The rows of a plane in blocks of near ones: a center that is far from a block is not measured from each of its rows. Immutable and
/// thread safe.
/// </summary>
/// <remarks>
/// With c the middle of a block, r the distance of its farthest corner and d that of the nearest center, a center farther from c than
/// d + 2r is farther from each row of the block than that nearest one, by the triangle inequality.
/// </remarks>
internal sealed class NearbyRows
{
    /// <summary>
    /// The fewest centers for which blocks pay: a step with 21 to 45 takes 0.6 of the time that it takes to measure all, one with 15 1.1.
    /// </summary>
    public const int FewestCenters = 20;

    private const int Lanes = 8;
    private const int BlockRows = 8 * Lanes;

    // What rounding may add to a squared distance, and what it may lose where squares are too small to be normal numbers.
    private const double Rounding = 1 + 1e-9;
    private const double Smallest = 1e-290;

    private readonly int _rowCount;
    private readonly int[] _rows;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly (double X, double Y, double Radius)[] _blocks;

    private NearbyRows(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        _rowCount = x.Length;
        _blocks = new (double, double, double)[(x.Length + BlockRows - 1) / BlockRows];
        _rows = new int[_blocks.Length * BlockRows];
        _x = new double[_rows.Length];
        _y = new double[_rows.Length];
        ulong[] order = Order(x, y);
        for (int at = 0; at < _rows.Length; at++)
        {
            // The last block is filled up with its last row.
            int row = (int)(uint)order[Math.Min(at, order.Length - 1)];
            (_rows[at], _x[at], _y[at]) = (row, x[row], y[row]);
        }

        for (int block = 0; block < _blocks.Length; block++)
            _blocks[block] = Bound(_x.AsSpan(block * BlockRows, BlockRows), _y.AsSpan(block * BlockRows, BlockRows));
    }

    /// <summary>Puts rows into blocks; null where that does not pay, or they have other than two columns.</summary>
    /// <param name="features">N × P finite values.</param>
    /// <param name="clusters">How many centers there will be.</param>
    public static NearbyRows? Of(FeatureMatrix features, int clusters) =>
        features.ColumnCount == 2 && clusters >= FewestCenters ? new NearbyRows(features.Column(0), features.Column(1)) : null;

    /// <summary>Labels every row with its nearest center; the same bits as <see cref="NearestCenter.AssignScalar"/>.</summary>
    /// <param name="centers">K centers of 2 numbers, one after the other.</param>
    /// <param name="labels">N labels: read to see what changed, and overwritten.</param>
    /// <param name="distances">N squared distances to the nearest center, overwritten.</param>
    /// <returns>Whether any label changed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Assign(ReadOnlySpan<double> centers, Span<int> labels, Span<double> distances)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, _rowCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(distances.Length, _rowCount);
        int clusters = centers.Length / 2;
        int padded = (clusters + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;
        var centersX = new double[padded];
        var centersY = new double[padded];
        Array.Fill(centersX, double.PositiveInfinity);
        for (int k = 0; k < clusters; k++)
            (centersX[k], centersY[k]) = (centers[2 * k], centers[2 * k + 1]);
        var squares = new double[padded];
        var near = new int[padded];
        Span<int> blockLabels = stackalloc int[BlockRows];
        Span<double> blockDistances = stackalloc double[BlockRows];
        int changed = 0;
        for (int block = 0; block < _blocks.Length; block++)
        {
            int count = FindNear(_blocks[block], centersX, centersY, squares, near);
            Measure(block * BlockRows, near.AsSpan(0, count), centersX, centersY, blockLabels, blockDistances);
            changed |= Write(_rows.AsSpan(block * BlockRows, BlockRows), blockLabels, blockDistances, labels, distances);
        }

        return changed != 0;
    }

    // The centers, in order, that may be the nearest of some row of a block.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindNear((double X, double Y, double Radius) block, ReadOnlySpan<double> centersX, ReadOnlySpan<double> centersY, Span<double> squares, Span<int> near)
    {
        ref double x = ref MemoryMarshal.GetReference(centersX);
        ref double y = ref MemoryMarshal.GetReference(centersY);
        ref double to = ref MemoryMarshal.GetReference(squares);
        var least = Vector256.Create(double.PositiveInfinity);
        for (int k = 0; k < squares.Length; k += Vector256<double>.Count)
        {
            var toX = Vector256.LoadUnsafe(ref x, (nuint)k) - Vector256.Create(block.X);
            var toY = Vector256.LoadUnsafe(ref y, (nuint)k) - Vector256.Create(block.Y);
            var square = toX * toX + toY * toY;
            square.StoreUnsafe(ref to, (nuint)k);
            least = Vector256.MinNative(least, square);
        }

        var pair = Vector128.MinNative(least.GetLower(), least.GetUpper());
        double reach = Math.Sqrt(Math.Min(pair[0], pair[1])) + 2 * block.Radius;
        var most = Vector256.Create(reach * reach * Rounding + Smallest);
        int count = 0;
        for (int k = 0; k < squares.Length; k += Vector256<double>.Count)
        {
            uint bits = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref to, (nuint)k), most).ExtractMostSignificantBits();
            for (; bits != 0; bits &= bits - 1)
                near[count++] = k + BitOperations.TrailingZeroCount(bits);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Measure(int start, ReadOnlySpan<int> near, ReadOnlySpan<double> centersX, ReadOnlySpan<double> centersY, Span<int> labels, Span<double> distances)
    {
        for (int row = 0; row < BlockRows; row += Lanes)
        {
            var x = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_x), (nuint)(start + row));
            var y = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_y), (nuint)(start + row));
            var nearest = new Nearest();
            foreach (int k in near)
            {
                var toX = x - Vector512.Create(centersX[k]);
                var toY = y - Vector512.Create(centersY[k]);
                nearest.Offer(toX * toX + toY * toY, k);
            }

            nearest.Store(labels, distances, row);
        }
    }

    // Inlined, half of what it reads and writes would stay in memory.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Write(ReadOnlySpan<int> rows, ReadOnlySpan<int> blockLabels, ReadOnlySpan<double> blockDistances, Span<int> labels, Span<double> distances)
    {
        ref int label = ref MemoryMarshal.GetReference(labels);
        ref double distance = ref MemoryMarshal.GetReference(distances);
        int changed = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            nuint row = (nuint)rows[i];
            ref int to = ref Unsafe.Add(ref label, row);
            changed |= to ^ blockLabels[i];
            to = blockLabels[i];
            Unsafe.Add(ref distance, row) = blockDistances[i];
        }

        return changed;
    }

    // Along Morton's curve ("A computer oriented geodetic data base", 1966), whose neighbours are near each other: the row is the lower half.
    private static ulong[] Order(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (left, width) = Extent(x);
        var (bottom, height) = Extent(y);
        var order = new ulong[x.Length];
        for (int row = 0; row < order.Length; row++)
        {
            uint place = Spread((uint)((x[row] - left) / width * ushort.MaxValue)) | Spread((uint)((y[row] - bottom) / height * ushort.MaxValue)) << 1;
            order[row] = (ulong)place << 32 | (uint)row;
        }

        Array.Sort(order);
        return order;
    }

    private static (double Low, double Length) Extent(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return (low, high > low ? high - low : 1);
    }

    // A zero before each of the sixteen bits.
    private static uint Spread(uint bits)
    {
        bits = (bits | bits << 8) & 0x00FF00FF;
        bits = (bits | bits << 4) & 0x0F0F0F0F;
        bits = (bits | bits << 2) & 0x33333333;
        return (bits | bits << 1) & 0x55555555;
    }

    private static (double X, double Y, double Radius) Bound(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (left, width) = Extent(x);
        var (bottom, height) = Extent(y);
        double middleX = left + width / 2, middleY = bottom + height / 2, radius = 0;
        for (int i = 0; i < x.Length; i++)
            radius = Math.Max(radius, Math.Sqrt((x[i] - middleX) * (x[i] - middleX) + (y[i] - middleY) * (y[i] - middleY)));
        return (middleX, middleY, radius);
    }
}
