using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTune.Learning;

/// <summary>
/// Draws the features that a node tries, without replacement, from all of them: one that is constant in the node counts as
/// drawn and is left out, but drawing goes on until one varies. So does scikit-learn.
/// </summary>
/// <remarks>
/// What is drawn each time is a rank among the features that are left. Those that vary come first, so that a rank is at the same
/// time the answer to whether the feature varies, and if so to which it is.
/// </remarks>
internal static class FeatureDraw
{
    private static readonly bool HasQuickDeposit = Bmi2.X64.IsSupported && !DepositIsSlow();

    // Of up to 64 features each: their product stays below 2^60, so that hardly any draw is unfair.
    private const int RanksADraw = 10;

    /// <summary>Draws features, each order as likely.</summary>
    /// <param name="stream">The node's own stream.</param>
    /// <param name="words">A bit for each feature that varies, at least one of them set; see <see cref="VaryingColumns"/>.</param>
    /// <param name="columns">How many features there are.</param>
    /// <param name="varying">How many bits are set.</param>
    /// <param name="wanted">How many features to draw, at least 1 and at most <paramref name="columns"/>.</param>
    /// <param name="features">Room for all that vary and for as many as wanted; the first ones become those drawn that vary, in the order drawn.</param>
    /// <returns>How many of those drawn vary, at least 1.</returns>
    public static int Draw(ref RandomStream stream, ReadOnlySpan<uint> words, int columns, int varying, int wanted, Span<int> features) =>
        words.Length <= 2
            ? Draw(ref stream, Join(words), columns, varying, features[..wanted])
            : DrawMany(ref stream, words, columns, varying, wanted, features);

    /// <summary>Draws from up to 64 features.</summary>
    /// <param name="stream">The node's own stream.</param>
    /// <param name="word">A bit for each feature that varies, at least one of them set.</param>
    /// <param name="columns">How many features there are.</param>
    /// <param name="varying">How many bits are set.</param>
    /// <param name="features">As long as features are wanted, at least 1 and at most <paramref name="columns"/>; the first ones become those drawn that vary, in the order drawn.</param>
    /// <returns>How many of those drawn vary, at least 1.</returns>
    public static int Draw(ref RandomStream stream, ulong word, int columns, int varying, Span<int> features)
    {
        if (HasQuickDeposit)
            return DrawDeposited(ref stream, word, columns, varying, features);
        int drawn = DrawVarying(ref stream, columns, varying, features);
        if (word >> 32 == 0)
            FindFew((uint)word, features[..drawn]);
        else
            FindSome(word, features[..drawn]);
        return drawn;
    }

    /// <summary>One feature, each as likely: what decides where every feature that varies splits equally well.</summary>
    /// <param name="stream">The node's own stream.</param>
    /// <param name="words">A bit for each feature that varies.</param>
    /// <param name="varying">How many bits are set.</param>
    public static int DrawOne(ref RandomStream stream, ReadOnlySpan<uint> words, int varying)
    {
        if (words.Length <= 2)
            return DrawOne(ref stream, Join(words));
        int skip = stream.NextBelow(varying);
        int word = 0;
        for (; skip >= BitOperations.PopCount(words[word]); word++)
            skip -= BitOperations.PopCount(words[word]);
        return word * 32 + BitAt(words[word], skip);
    }

    /// <summary>Draws from up to 64 features.</summary>
    /// <param name="stream">The node's own stream.</param>
    /// <param name="word">A bit for each feature that varies.</param>
    public static int DrawOne(ref RandomStream stream, ulong word)
    {
        int rank = stream.NextBelow(BitOperations.PopCount(word));
        return HasQuickDeposit ? BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << rank, word)) : BitAt(word, rank);
    }

    /// <summary>Finds, of at most 32 features, each time one of the bits that are left, by its rank among them.</summary>
    /// <param name="word">The bits.</param>
    /// <param name="features">The ranks, which become features.</param>
    /// <remarks>A vector holds for each position how many bits are left up to it, so that a rank is found by one comparison: 0.6 of the time of listing the bits.</remarks>
    internal static void FindFew(uint word, Span<int> features)
    {
        // Negative, as that is what comparisons count in.
        var counts = CountUpTo(word);
        foreach (ref int feature in features)
        {
            var beyond = Vector256.LessThan(counts, Vector256.Create((sbyte)-feature));
            feature = BitOperations.TrailingZeroCount(beyond.ExtractMostSignificantBits());
            counts -= beyond;
        }
    }

    /// <summary>Finds the features of given ranks among at most 64.</summary>
    internal static void FindSome(ulong word, Span<int> features)
    {
        var low = CountUpTo((uint)word);
        var high = CountUpTo((uint)(word >> 32)) - Vector256.Create((sbyte)BitOperations.PopCount((uint)word));
        foreach (ref int feature in features)
        {
            var rank = Vector256.Create((sbyte)-feature);
            var (lowBeyond, highBeyond) = (Vector256.LessThan(low, rank), Vector256.LessThan(high, rank));
            feature = BitOperations.TrailingZeroCount(lowBeyond.ExtractMostSignificantBits() | (ulong)highBeyond.ExtractMostSignificantBits() << 32);
            low -= lowBeyond;
            high -= highBeyond;
        }
    }

    /// <summary>Finds the features a bit at a time: the reference that the other ways are tested against.</summary>
    internal static void FindScalar(ulong word, Span<int> features)
    {
        foreach (ref int feature in features)
        {
            feature = BitAt(word, feature);
            word &= ~(1UL << feature);
        }
    }

    /// <summary>Draws from up to 64 features with an instruction that finds a bit by its rank, and none where there are not so many: as <see cref="DrawVarying"/> and <see cref="FindScalar"/> in one loop, 0.6 of the time of three.</summary>
    /// <inheritdoc cref="Draw(ref RandomStream, ulong, int, int, Span{int})" path="/param"/>
    /// <inheritdoc cref="Draw(ref RandomStream, ulong, int, int, Span{int})" path="/returns"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int DrawDeposited(ref RandomStream stream, ulong word, int columns, int varying, Span<int> features)
    {
        int wanted = features.Length;

        // Where every feature is wanted the constant ones need no draws.
        if (wanted == columns)
            wanted = columns = varying;
        ref int feature = ref MemoryMarshal.GetReference(features);
        int drawn = 0;
        for (int at = 0; at < wanted; at += RanksADraw)
        {
            int ranks = Math.Min(RanksADraw, wanted - at);
            var (left, next) = (word, drawn);
            ulong rest;
            do
            {
                (word, drawn) = (left, next);
                rest = stream.NextUInt64();
                ulong first = (ulong)(columns - at);
                for (int i = 0; i < ranks; i++)
                {
                    ulong bit = Bmi2.X64.ParallelBitDeposit(1UL << (int)HighHalf(rest, first), word);
                    rest *= first--;
                    word ^= bit;

                    // A constant feature has no bit, and the next one is written over it.
                    Unsafe.Add(ref feature, drawn) = BitOperations.TrailingZeroCount(bit);
                    drawn += bit != 0 ? 1 : 0;
                }
            }
            while (!IsFair(rest, columns - at, ranks));
        }

        if (drawn > 0)
            return drawn;
        feature = DrawOne(ref stream, word);
        return 1;
    }

    /// <summary>Draws from up to 64 features the ranks of those that vary: each among those that vary and are left.</summary>
    /// <param name="stream">The node's own stream.</param>
    /// <param name="columns">How many features there are.</param>
    /// <param name="varying">How many of them vary, at least 1.</param>
    /// <param name="ranks">As long as features are wanted.</param>
    /// <returns>How many of those drawn vary, at least 1.</returns>
    internal static int DrawVarying(ref RandomStream stream, int columns, int varying, Span<int> ranks)
    {
        // Where every feature is wanted the constant ones need no draws.
        if (ranks.Length == columns)
        {
            columns = varying;
            ranks = ranks[..varying];
        }

        DrawRanks(ref stream, columns, ranks);
        int drawn = 0;
        foreach (int rank in ranks)
        {
            // Without a branch, which would be mispredicted.
            ranks[drawn] = rank;
            drawn += rank < varying - drawn ? 1 : 0;
        }

        if (drawn > 0)
            return drawn;
        ranks[0] = stream.NextBelow(varying);
        return 1;
    }

    /// <summary>Draws the rank of each feature among those that are left: below <paramref name="columns"/>, then below one less, and so on.</summary>
    /// <remarks>
    /// Several from one random number, every outcome exactly as likely (Brackett-Rozinsky and Lemire, "Batched ranged random
    /// integer generation", Software: Practice and Experience, 2024): what one multiplication leaves below the point goes into the next.
    /// </remarks>
    internal static void DrawRanks(ref RandomStream stream, int columns, Span<int> ranks)
    {
        for (int at = 0; at < ranks.Length; at += RanksADraw)
        {
            var batch = ranks.Slice(at, Math.Min(RanksADraw, ranks.Length - at));
            ulong first = (ulong)(columns - at);
            while (!IsFair(DrawBatch(ref stream, first, batch), columns - at, batch.Length))
            {
            }
        }
    }

    private static ulong DrawBatch(ref RandomStream stream, ulong first, Span<int> ranks)
    {
        ulong rest = stream.NextUInt64();
        foreach (ref int rank in ranks)
        {
            rank = (int)HighHalf(rest, first);
            rest *= first--;
        }

        return rest;
    }

    // Whether what several ranks leave of a random number is none of those that would make some outcomes likelier. Of at most 64 features each, a shift tells of nearly all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsFair(ulong rest, int first, int ranks) => rest >> (6 * ranks) != 0 || IsFairOf(rest, first, ranks);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsFairOf(ulong rest, int first, int ranks)
    {
        ulong outcomes = 1;
        for (int i = 0; i < ranks; i++)
            outcomes *= (ulong)(first - i);
        return rest >= outcomes || rest >= unchecked(0UL - outcomes) % outcomes;
    }

    // The product's halves one by one stay in registers, which Math.BigMul's do not: with bits found by one instruction, 0.93 of the time of drawing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HighHalf(ulong first, ulong second) =>
        Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(first, second) : Math.BigMul(first, second, out _);

    // The instruction takes a few cycles, but hundreds on AMD's processors before family 25 (Zen 3), and on Hygon's, which descend from those.
    private static bool DepositIsSlow()
    {
        const int ofAmd = 0x444D4163;
        const int ofHygon = 0x656E6975;
        int vendor = X86Base.CpuId(0, 0).Ecx;
        int signature = X86Base.CpuId(1, 0).Eax;
        int family = (signature >> 8 & 0xF) + (signature >> 20 & 0xFF);
        return vendor == ofHygon || (vendor == ofAmd && family < 25);
    }

    private static int DrawMany(ref RandomStream stream, ReadOnlySpan<uint> words, int columns, int varying, int wanted, Span<int> features)
    {
        int at = 0;
        for (int word = 0; word < words.Length; word++)
        {
            for (uint bits = words[word]; bits != 0; bits &= bits - 1)
                features[at++] = word * 32 + BitOperations.TrailingZeroCount(bits);
        }

        if (wanted == columns)
            wanted = columns = varying;
        int drawn = 0;
        for (int i = 0; drawn < varying && (i < wanted || drawn == 0); i++)
        {
            int rank = stream.NextBelow(columns - i);
            if (rank >= varying - drawn)
                continue;
            (features[drawn], features[drawn + rank]) = (features[drawn + rank], features[drawn]);
            drawn++;
        }

        return drawn;
    }

    private static ulong Join(ReadOnlySpan<uint> words) => words[0] | (words.Length == 2 ? (ulong)words[1] << 32 : 0);

    private static int BitAt(ulong bits, int rank)
    {
        for (; rank > 0; rank--)
            bits &= bits - 1;
        return BitOperations.TrailingZeroCount(bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<sbyte> CountUpTo(uint word)
    {
        var bytes = Vector128.CreateScalarUnsafe(word).AsByte();
        var single = Vector128.Create(0x8040201008040201).AsByte();
        var low = SumUpTo(Vector128.Equals(Vector128.Shuffle(bytes, Vector128.Create((byte)0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1)) & single, single));
        var high = SumUpTo(Vector128.Equals(Vector128.Shuffle(bytes, Vector128.Create((byte)2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3)) & single, single));
        return Vector256.Create(low, high + Vector128.Shuffle(low, Vector128.Create((byte)15))).AsSByte();
    }

    // An index past the end brings in a 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> SumUpTo(Vector128<byte> values)
    {
        values += Vector128.Shuffle(values, Vector128.Create((byte)255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14));
        values += Vector128.Shuffle(values, Vector128.Create((byte)255, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
        values += Vector128.Shuffle(values, Vector128.Create((byte)255, 255, 255, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        return values + Vector128.Shuffle(values, Vector128.Create((byte)255, 255, 255, 255, 255, 255, 255, 255, 0, 1, 2, 3, 4, 5, 6, 7));
    }
}
