namespace TypedTune.Tests.Randomness;

public sealed class RandomStreamTests
{
    [Fact]
    public void Sequence_IsThePublishedOneOfSplitMix64()
    {
        Assert.Equal([0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F], First(3, 0));
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], First(5, 1234567));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(ulong.MaxValue)]
    public void Sequence_IsSplitMix64ByItsDefinition(ulong seed)
    {
        ulong state = seed;
        ulong Next()
        {
            ulong z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(_ => Next()), First(100, seed));
    }

    [Fact]
    public void Doubles_AreMultiplesOfTheSmallestStepBelowOne()
    {
        var random = Seed.Of(1).Stream();
        double sum = 0;
        for (int i = 0; i < 100_000; i++)
        {
            double number = random.NextDouble();
            Assert.InRange(number, 0, 1 - 1.0 / (1UL << 53));
            Assert.Equal(Math.Floor(number * (1UL << 53)), number * (1UL << 53));
            sum += number;
        }

        Assert.Equal(0.5, sum / 100_000, 0.005);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void WholeNumbersBelow_AreAllAsLikely(int bound)
    {
        const int Draws = 100_000;
        var random = Seed.Of(bound).Stream();
        int[] counts = new int[bound];
        for (int i = 0; i < Draws; i++)
            counts[random.NextBelow(bound)]++;

        double expected = (double)Draws / bound;
        double chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);

        // Five standard deviations above its mean of one less than the bound.
        Assert.InRange(chiSquare, 0, bound - 1 + 5 * Math.Sqrt(2.0 * bound));
    }

    [Fact]
    public void WholeNumbersBelowALargeBound_AreUnbiased()
    {
        // Of 2⁶⁴ numbers a plain remainder would give the lower half of this range twice as often.
        const ulong Bound = 3UL << 62;
        var random = Seed.Of(9).Stream();
        int low = 0;
        for (int i = 0; i < 30_000; i++)
        {
            ulong number = random.NextBelow(Bound);
            Assert.True(number < Bound);
            if (number < Bound / 3)
                low++;
        }

        Assert.InRange(low, 9_600, 10_400);
    }

    [Fact]
    public void BoundBelowOne_IsRefused()
    {
        Assert.Equal("bound", Assert.Throws<ArgumentOutOfRangeException>(() => Seed.Of(1).Stream().NextBelow(0)).ParamName);
        Assert.Equal("bound", Assert.Throws<ArgumentOutOfRangeException>(() => Seed.Of(1).Stream().NextBelow(0UL)).ParamName);
        Assert.Equal(-3, Assert.Throws<ArgumentOutOfRangeException>(() => Seed.Of(1).Stream().NextBelow(-3)).ActualValue);
    }

    [Fact]
    public void Normals_HaveTheMomentsOfTheStandardNormal()
    {
        const int Draws = 200_000;
        var random = Seed.Of(5).Stream();
        double[] moments = new double[4];
        for (int i = 0; i < Draws; i++)
        {
            double number = random.NextNormal();
            for (int k = 0; k < moments.Length; k++)
                moments[k] += Math.Pow(number, k + 1) / Draws;
        }

        Assert.Equal([0, 1, 0, 3], moments.Select((moment, k) => Math.Round(moment, k == 3 ? 0 : 1) + 0.0));
        Assert.Equal(1, moments[1], 0.02);
    }

    [Fact]
    public void Shuffle_GivesEveryOrderAsOften()
    {
        var random = Seed.Of(6).Stream();
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < 24_000; i++)
        {
            char[] items = ['a', 'b', 'c', 'd'];
            random.Shuffle(items.AsSpan());
            counts[new string(items)] = counts.GetValueOrDefault(new string(items)) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.InRange(counts.Values.Sum(count => (count - 1000.0) * (count - 1000) / 1000), 0, 23 + 5 * Math.Sqrt(46));
    }

    [Fact]
    public void ShuffleOfNothing_DoesNothing() => Seed.Of(1).Stream().Shuffle(Span<int>.Empty);

    private static IEnumerable<ulong> First(int count, ulong seed)
    {
        var random = new RandomStream(new Seed(seed));
        ulong[] numbers = new ulong[count];
        for (int i = 0; i < count; i++)
            numbers[i] = random.NextUInt64();
        return numbers;
    }
}
