namespace TypedTune.Learning.Tests.Contracts;

/// <summary>Buffers of the pool and beside it.</summary>
public sealed class BuffersTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    public void AnyLength_IsRentedAndTakenBack(int length)
    {
        double[] buffer = Buffers<double>.Rent(length);
        Assert.InRange(buffer.Length, length, Math.Max(16, 2 * length));
        Buffers<double>.Return(buffer);
    }

    [Fact]
    public void LargeBuffer_IsNoLongerThanAskedFor()
    {
        byte[] buffer = Buffers<byte>.Rent(10_000_001);
        Assert.Equal(10_000_001, buffer.Length);
        Buffers<byte>.Return(buffer);
    }
}
