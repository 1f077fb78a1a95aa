using CsCheck;

namespace TypedTune.Learning.Tests;

public sealed class OrderStatisticTests
{
    [Fact]
    public void SelectedValue_IsTheOneThatSortingPutsThere() =>
        Gen.Select(Gen.Int[-20, 20].Array[1, 200], Gen.Int[0, 1000]).Sample((integers, draw) => AssertSelects([.. integers.Select(value => (double)value)], draw % integers.Length));

    [Theory]
    [InlineData("ascending")]
    [InlineData("descending")]
    [InlineData("pipe")]
    [InlineData("equal")]
    [InlineData("waves")]
    public void OrderedInputs_AreNoException(string shape)
    {
        for (int rank = 0; rank < 1000; rank += 37)
        {
            AssertSelects(
                [.. Enumerable.Range(0, 1000).Select(i => shape switch
                {
                    "ascending" => i,
                    "descending" => -i,
                    "pipe" => Math.Min(i, 999 - i),
                    "equal" => 1.0,
                    _ => i * 7919 % 101,
                })],
                rank);
        }
    }

    private static void AssertSelects(double[] values, int rank)
    {
        double[] sorted = [.. values.Order()];
        Assert.Equal(sorted[rank], OrderStatistic.Select(values, rank));
        Assert.Equal(sorted[rank], values[rank]);
        Assert.All(values[..rank], value => Assert.True(value <= sorted[rank]));
        Assert.Equal(sorted, values.Order());
    }
}
