using System.Numerics;

namespace TypedTune.Learning;

/// <summary>Draws the features that a node tries.</summary>
internal static class FeatureDraw
{
    /// <summary>
    /// Draws features without replacement from those that vary, each order as likely. That is what drawing from all and
    /// passing over the constant ones gives, without the draws that are passed over.
    /// </summary>
    /// <param name="stream">The node's own stream.</param>
    /// <param name="words">A bit for each feature that varies; see <see cref="VaryingColumns"/>.</param>
    /// <param name="varying">How many bits are set.</param>
    /// <param name="wanted">How many features to draw; all that vary, if they are fewer.</param>
    /// <param name="features">Room for all that vary; the first ones become the draw, in the order drawn.</param>
    /// <returns>How many were drawn.</returns>
    public static int Draw(ref RandomStream stream, ReadOnlySpan<uint> words, int varying, int wanted, Span<int> features)
    {
        int at = 0;
        for (int word = 0; word < words.Length; word++)
        {
            for (uint bits = words[word]; bits != 0; bits &= bits - 1)
                features[at++] = word * 32 + BitOperations.TrailingZeroCount(bits);
        }

        // The order matters even when all are drawn: between equal gains the first one drawn wins, whatever its index.
        int drawn = Math.Min(wanted, varying);
        for (int i = 0; i < drawn; i++)
        {
            int j = i + stream.NextBelow(varying - i);
            (features[i], features[j]) = (features[j], features[i]);
        }

        return drawn;
    }

    /// <summary>The first feature of such a draw: what decides where every feature that varies splits equally well.</summary>
    /// <inheritdoc cref="Draw"/>
    public static int DrawOne(ref RandomStream stream, ReadOnlySpan<uint> words, int varying)
    {
        int skip = stream.NextBelow(varying);
        for (int word = 0; ; word++)
        {
            uint bits = words[word];
            int here = BitOperations.PopCount(bits);
            if (skip >= here)
            {
                skip -= here;
                continue;
            }

            for (; skip > 0; skip--)
                bits &= bits - 1;
            return word * 32 + BitOperations.TrailingZeroCount(bits);
        }
    }
}
