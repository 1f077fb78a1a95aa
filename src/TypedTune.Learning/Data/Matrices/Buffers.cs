using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>
/// Arrays that are used for a short while. Small ones come from the pool, since fresh memory takes longer than filling it; large
/// ones do not, since the pool's are up to twice as long as asked for. Thread safe.
/// </summary>
/// <typeparam name="T">The items' type.</typeparam>
internal static class Buffers<T>
    where T : unmanaged
{
    private const int MaxBytes = 1 << 23;

    // All arrays of the pool up to here are no longer than this, and all others are longer: the length tells where one belongs.
    private static readonly int MaxLength = MaxBytes / (int)BitOperations.RoundUpToPowerOf2((uint)Unsafe.SizeOf<T>());

    /// <summary>An array with anything in it, of a length at least.</summary>
    /// <param name="length">The least number of items.</param>
    public static T[] Rent(int length) => length <= MaxLength ? ArrayPool<T>.Shared.Rent(length) : new T[length];

    /// <summary>Gives an array back that nobody touches any more.</summary>
    /// <param name="array">The rented array.</param>
    public static void Return(T[] array)
    {
        if (array.Length <= MaxLength)
            ArrayPool<T>.Shared.Return(array);
    }
}
