using CsCheck;

namespace TypedTune.Learning.Tests.Data;

public sealed class DateEncodingTests
{
    private const long SecondsToTheTick = 1L << 29;
    private const long SecondsToTheMicrosecond = 1L << 33;

    [Fact]
    public void EveryDate_ComesBack()
    {
        for (int day = 0; day <= DateOnly.MaxValue.DayNumber; day++)
        {
            var date = DateOnly.FromDayNumber(day);
            Assert.Equal(date, DateEncoding.ToDate(DateEncoding.ToDays(date)));
        }
    }

    [Theory]
    [InlineData("1970-01-01", 0)]
    [InlineData("1969-12-31", -1)]
    [InlineData("2024-02-29", 19_782)]
    public void Dates_AreDaysSince1970(string date, double days) => Assert.Equal(days, DateEncoding.ToDays(DateOnly.Parse(date, null)));

    [Fact]
    public void Times_AreSecondsSince1970()
    {
        Assert.Equal(1.5, DateEncoding.ToSeconds(new DateTime(1970, 1, 1, 0, 0, 1, 500)));
        Assert.Equal(1_709_211_900, DateEncoding.ToSeconds(new DateTimeOffset(2024, 2, 29, 14, 5, 0, TimeSpan.FromHours(1))));
        Assert.Equal(-90, DateEncoding.ToSeconds(TimeSpan.FromMinutes(-1.5)));
    }

    [Fact]
    public void Times_AreExactToTheTickNear1970() => Gen.Long[-SecondsToTheTick * TimeSpan.TicksPerSecond, SecondsToTheTick * TimeSpan.TicksPerSecond].Sample(
        ticks => AssertComesBack(DateTime.UnixEpoch.AddTicks(ticks)), iter: 100_000);

    [Fact]
    public void Times_AreExactToTheMicrosecondOverCenturies() => Gen.Long[-SecondsToTheMicrosecond * 1_000_000, SecondsToTheMicrosecond * 1_000_000].Sample(
        microseconds => AssertComesBack(DateTime.UnixEpoch.AddTicks(10 * microseconds)), iter: 100_000);

    [Fact]
    public void Times_AreExactToTheMillisecondEverywhere() => Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerMillisecond].Sample(
        milliseconds => AssertComesBack(new DateTime(milliseconds * TimeSpan.TicksPerMillisecond)), iter: 100_000);

    [Fact]
    public void FinerTimes_AreRoundedOnce() => Gen.Long[0, DateTime.MaxValue.Ticks].Sample(
        ticks =>
        {
            var time = new DateTime(ticks);
            var rounded = DateEncoding.ToDateTime(DateEncoding.ToSeconds(time));
            bool isNear = DateEncoding.ToSeconds(time) is > -SecondsToTheMicrosecond and < SecondsToTheMicrosecond;

            Assert.InRange(Math.Abs((rounded - time).Ticks), 0, isNear ? 5 : 5_000);
            AssertComesBack(rounded);
        },
        iter: 100_000);

    [Fact]
    public void Ends_StayInRange()
    {
        Assert.Equal(DateTime.MinValue, DateEncoding.ToDateTime(DateEncoding.ToSeconds(DateTime.MinValue)));
        Assert.Equal(new DateTime(9999, 12, 31, 23, 59, 59, 999), DateEncoding.ToDateTime(DateEncoding.ToSeconds(DateTime.MaxValue)));
        Assert.InRange(TimeSpan.MaxValue - DateEncoding.ToTimeSpan(DateEncoding.ToSeconds(TimeSpan.MaxValue)), TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
        Assert.InRange(DateEncoding.ToTimeSpan(DateEncoding.ToSeconds(TimeSpan.MinValue)) - TimeSpan.MinValue, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    [InlineData(-1e13)]
    public void NumberThatIsNoTime_IsRefused(double number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DateEncoding.ToDate(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => DateEncoding.ToDateTime(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => DateEncoding.ToDateTimeOffset(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => DateEncoding.ToTimeSpan(number));
    }

    private static void AssertComesBack(DateTime time) => Assert.Equal(time.Ticks, DateEncoding.ToDateTime(DateEncoding.ToSeconds(time)).Ticks);
}
