using CsCheck;

namespace TypedTune.Learning.Tests;

/// <summary>The sort by digits: few and many keys, alike in their highest bits or in all.</summary>
public sealed class KeySortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(1_999)]
    [InlineData(5_000)]
    public void Keys_AscendWithTheirValues(int count) => Gen.Select(Gen.Int[0, 63], Gen.Int[0, 1_000_000]).Sample(
        (shift, seed) =>
        {
            var random = Seed.Of(seed).Stream();
            ulong[] keys = [.. Enumerable.Range(0, count).Select(_ => ((ulong)(random.NextDouble() * (1UL << 52)) << 12) >> shift)];
            int[] rows = [.. Enumerable.Range(0, count)];

            var (sorted, values) = KeySort.Sort<int>([.. keys], [.. rows]);

            Assert.Equal(keys.Order(), sorted);
            Assert.Equal(sorted, values.Select(row => keys[row]));
            Assert.Equal(rows, values.Order());
            Assert.Equal(keys.Order(), KeySort.Sort<int>([.. keys], []).Keys);
        },
        iter: 60);

    [Fact]
    public void KeysThatDifferInTheirLastBitsAlone_AreSorted()
    {
        ulong[] keys = [.. Enumerable.Range(0, 10_000).Select(i => (1UL << 62) + (ulong)(i * 7919 % 10_000))];

        Assert.Equal(keys.Order(), KeySort.Sort<int>([.. keys], []).Keys);
    }
}
