using CsCheck;
using TypedTune.Learning.Tests.Data;

namespace TypedTune.Arrow.Tests;

public sealed class TableRoundTripTests
{
    // No duration is beyond what nanoseconds reach, so that ticks are kept.
    private static Gen<Stay[]> Stays { get; } = StayGenerator.Stays.Select(stay => stay with
    {
        Length = new TimeSpan(stay.Length.Ticks % (TimeSpan.TicksPerDay * 3_000)),
        MaybeLength = stay.MaybeLength is { } length ? new TimeSpan(length.Ticks % (TimeSpan.TicksPerDay * 3_000)) : null,
        Seen = Coarse(stay.Seen),
        MaybeSeen = stay.MaybeSeen is { } seen ? Coarse(seen) : null,
        Booked = new DateTimeOffset(Coarse(stay.Booked.UtcDateTime), TimeSpan.Zero),
        MaybeBooked = stay.MaybeBooked is { } booked ? new DateTimeOffset(Coarse(booked.UtcDateTime), TimeSpan.Zero) : null,
    }).Array[0, 10];

    [Fact]
    public void RecordBatch_IsTheTable() => Stays.Sample(stays =>
    {
        using var batch = new Table<Stay>(stays).ToRecordBatch();

        Assert.Equal(stays, batch.ToTable<Stay>());
        Assert.Equal([.. stays, .. stays], new[] { batch, batch }.ToTable<Stay>());
    });

    [Fact]
    public void Stream_IsTheTable() => Stays.Sample(stays =>
    {
        using var stream = new MemoryStream();
        ArrowFile.Write(new Table<Stay>(stays), stream);
        stream.Position = 0;

        Assert.Equal(stays, ArrowFile.Read<Stay>(stream));
        Assert.Equal(stays, ArrowFile.Read<Stay>(new Forward(stream.ToArray())));
    });

    [Fact]
    public void File_IsTheTable() => Stays.Sample(
        stays =>
        {
            string path = Path.GetTempFileName();
            var table = new Table<Stay>(stays);
            ArrowFile.Write(table, path);
            var read = ArrowFile.Read<Stay>(path);
            File.Delete(path);

            Assert.Equal(stays, read);
            Assert.Equal(table.Column(Stay.Columns.City).Levels, read.Column(Stay.Columns.City).Levels);
            Assert.Equal(["NA", "EU", "AS"], read.Column(Stay.Columns.Region).Levels);
        },
        iter: 50);

    [Fact]
    public void TimesTooFineAndTooFarApart_AreRefused()
    {
        var table = new Table<Stay>([new Stay { Length = TimeSpan.MaxValue }, new Stay { Length = new TimeSpan(1) }]);

        Assert.Contains("the value of row 1 is finer than a microsecond", Assert.Throws<ArgumentException>(table.ToRecordBatch).Message, StringComparison.Ordinal);
    }

    private static DateTime Coarse(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond));

    private sealed class Forward(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
